/** Allocation against payments, line by line, and what the year will come to. */
import { Button, EmptyState, Grid, Group, Stack, Table, Text } from '@mantine/core';
import { IconReceipt2 } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import type { RouteOut } from '../../../contract/routes.ts';
import type { SpendingLine } from '../../../contract/spending-routes.ts';
import { Card } from '../../parts/card.tsx';
import { Figure } from '../../parts/figure.tsx';
import { Tag } from '../../parts/tag.tsx';
import { formatCount, formatDate, formatRupiah } from '../../words/format.ts';
import { fundSourceLabel } from '../../words/labels.ts';
import { versionName } from '../../words/spending-words.ts';

const MonthChart = lazy(() =>
  import('../budget/month-chart.tsx').then((module) => ({ default: module.MonthChart })),
);

type Overview = RouteOut<'spending.overview'>;

interface OverviewTabProps {
  readonly overview: Overview;
  readonly onGo: (tab: string) => void;
}

export function OverviewTab({ overview, onGo }: OverviewTabProps) {
  if (overview.versions.length === 0 && overview.payments === 0) {
    return <NothingYet year={overview.year} onGo={onGo} />;
  }
  const inForce = overview.versions.find(({ id }) => id === overview.inForce);
  const short = [...overview.lines, ...overview.outside].reduce(
    (sum, { shortfall }) => sum + shortfall,
    0,
  );
  return (
    <Stack gap="md">
      <Grid gap="md">
        <Grid.Col span={3}>
          <Card h="100%">
            <Figure
              label="Anggaran"
              value={formatRupiah(overview.allocated)}
              detail={
                inForce === undefined
                  ? 'belum dicatat'
                  : `${versionName(inForce)}, ${formatDate(inForce.decidedOn)}`
              }
            />
          </Card>
        </Grid.Col>
        <Grid.Col span={3}>
          <Card h="100%">
            <Figure
              label="Sudah dibayar"
              value={formatRupiah(overview.paid)}
              detail={`${formatCount(overview.payments)} pembayaran${shareText(overview)}`}
            />
          </Card>
        </Grid.Col>
        <Grid.Col span={3}>
          <Card h="100%">
            <Figure label="Sisa anggaran" value={formatRupiah(overview.remaining)} />
          </Card>
        </Grid.Col>
        <Grid.Col span={3}>
          <Card h="100%">
            <Figure
              label="Proyeksi s.d. Desember"
              value={formatRupiah(overview.projected)}
              detail={short > 0 ? `kurang ${formatRupiah(short)}` : 'tidak melampaui anggaran'}
            />
          </Card>
        </Grid.Col>
      </Grid>
      <Lines overview={overview} />
      {overview.payments === 0 ? null : (
        <Card title="Per bulan iuran" remark="Jumlah yang dibayar untuk tiap bulan (BLTH)">
          <div style={{ height: 220 }}>
            <Suspense fallback={null}>
              <MonthChart months={overview.byMonth} />
            </Suspense>
          </div>
        </Card>
      )}
    </Stack>
  );
}

function shareText({ allocated, paid }: Overview): string {
  if (allocated === 0) return '';
  const tenths = Math.round((paid * 1000) / allocated);
  return `, ${formatCount(Math.trunc(tenths / 10))},${tenths % 10} % anggaran`;
}

function Lines({ overview }: { readonly overview: Overview }) {
  return (
    <Card
      title="Per rekening"
      remark="Kode iuran yang mencakup beberapa rekening dibagi menurut anggarannya."
    >
      <Table highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Rekening</Table.Th>
            <Table.Th>Sumber dana</Table.Th>
            <Table.Th>Unit</Table.Th>
            <Table.Th ta="right">Anggaran</Table.Th>
            <Table.Th ta="right">Dibayar</Table.Th>
            <Table.Th ta="right">Sisa</Table.Th>
            <Table.Th ta="right">Proyeksi</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {overview.lines.map((line) => (
            <Line key={keyOf(line)} line={line} />
          ))}
          {overview.outside.map((line) => (
            <Line key={`luar ${keyOf(line)}`} line={line} outside />
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr>
            <Table.Th colSpan={3}>Jumlah</Table.Th>
            <Table.Th ta="right">{formatRupiah(overview.allocated)}</Table.Th>
            <Table.Th ta="right">{formatRupiah(overview.paid)}</Table.Th>
            <Table.Th ta="right">{formatRupiah(overview.remaining)}</Table.Th>
            <Table.Th ta="right">{formatRupiah(overview.projected)}</Table.Th>
          </Table.Tr>
        </Table.Tfoot>
      </Table>
      <Text size="sm" c="dimmed" mt="xs">
        Proyeksi: yang sudah dibayar, ditambah rata-rata tiga bulan terakhir untuk tiap bulan yang
        belum dibayar sejak pembayaran pertama. Rekening yang belum dibayar tidak diproyeksikan.
      </Text>
    </Card>
  );
}

const keyOf = ({ accountCode, fundSource, unitId }: SpendingLine) =>
  `${accountCode} ${fundSource} ${unitId ?? ''}`;

function Line({
  line,
  outside = false,
}: {
  readonly line: SpendingLine;
  readonly outside?: boolean;
}) {
  return (
    <Table.Tr>
      <Table.Td>
        <Group gap="xs">
          <Text span size="sm">
            {line.accountCode === '' ? 'Tanpa rekening' : line.accountCode}
          </Text>
          {outside ? <Tag tone="notice">Di luar anggaran</Tag> : null}
        </Group>
        <Text size="sm" c="dimmed" lineClamp={1}>
          {line.accountName}
        </Text>
      </Table.Td>
      <Table.Td>{fundSourceLabel(line.fundSource)}</Table.Td>
      <Table.Td>{line.unitName ?? 'Terpusat'}</Table.Td>
      <Table.Td ta="right">{formatRupiah(line.allocated)}</Table.Td>
      <Table.Td ta="right">{formatRupiah(line.paid)}</Table.Td>
      <Table.Td ta="right">{formatRupiah(line.remaining)}</Table.Td>
      <Table.Td ta="right">
        {line.paid === 0 ? '–' : formatRupiah(line.projected)}
        {line.shortfall === 0 ? null : (
          <Text size="sm" c="var(--padan-error-text)">
            kurang {formatRupiah(line.shortfall)}
          </Text>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

function NothingYet({
  year,
  onGo,
}: {
  readonly year: number;
  readonly onGo: (tab: string) => void;
}) {
  return (
    <Card>
      <EmptyState
        size="sm"
        icon={<IconReceipt2 stroke={1.4} />}
        title={`Belum ada anggaran dan pembayaran tahun ${year}`}
        description="Catat dokumen anggaran (DPA atau APBDes), lalu pembayaran iuran tiap bulan."
      >
        <Group justify="center" mt="sm">
          <Button onClick={() => onGo('versions')}>Catat anggaran</Button>
          <Button variant="default" onClick={() => onGo('payments')}>
            Catat pembayaran
          </Button>
        </Group>
      </EmptyState>
    </Card>
  );
}
