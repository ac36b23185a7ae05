/** What changed from the export before to the one that counts now. */
import { Button, EmptyState, Group, SegmentedControl, Table, Text } from '@mantine/core';
import { IconArrowsExchange, IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import type { MovementRow } from '../../../contract/finding-routes.ts';
import type { RouteOut } from '../../../contract/routes.ts';
import { movementLabels } from '../../../contract/words/finding-words.ts';
import { useRoute } from '../../bridge/use-engine.ts';
import { Answer } from '../../parts/answer.tsx';
import { Pager } from '../../parts/pager.tsx';
import { ScrollRegion } from '../../parts/scroll-region.tsx';
import { formatCount, formatDate, formatMonth, formatRupiah } from '../../words/format.ts';
import { ExportDialog } from './export-dialog.tsx';

type Pair = RouteOut<'movement.summary'>[number];
const kinds = ['joined', 'left', 'lapsed', 'wage'] as const;
const pageSize = 100;

export function MovementsTab() {
  const summary = useRoute('movement.summary', {}, { keep: true });
  return (
    <Answer query={summary} skeletonRows={6}>
      {(pairs) =>
        pairs.length === 0 ? (
          <EmptyState
            mt="xl"
            icon={<IconArrowsExchange stroke={1.4} />}
            title="Belum ada mutasi"
            description="Mutasi terlihat setelah data BPJS bulan berikutnya dari jenis dan NPP yang sama diimpor dan dipadankan, dan ada yang berubah."
          />
        ) : (
          <Movements pairs={pairs} />
        )
      }
    </Answer>
  );
}

function sideText({ fileName, period, importedAt }: Pair['now']): string {
  return period === null
    ? `${fileName} (diimpor ${formatDate(importedAt.slice(0, 10))})`
    : `${fileName} (periode ${formatMonth(period)})`;
}

function Movements({ pairs }: { readonly pairs: readonly Pair[] }) {
  const [chosen, setChosen] = useState(0);
  const [kind, setKind] = useState<MovementRow['kind']>('joined');
  const pair = pairs[chosen] ?? pairs[0];
  if (pair === undefined) return null;
  return (
    <>
      {pairs.length === 1 ? null : (
        <SegmentedControl
          mb="xs"
          aria-label="Data BPJS"
          value={String(chosen)}
          onChange={(value) => setChosen(Number(value))}
          data={pairs.map(({ now }, at) => ({ value: String(at), label: now.fileName }))}
        />
      )}
      <Text size="sm" c="dimmed" mb="xs">
        {sideText(pair.now)} dibandingkan dengan {sideText(pair.before)}. Dicocokkan menurut KPJ,
        lalu NIK.
      </Text>
      <SegmentedControl
        mb="xs"
        aria-label="Jenis mutasi"
        value={kind}
        onChange={(value) => setKind(kinds.find((one) => one === value) ?? 'joined')}
        data={kinds.map((value) => ({
          value,
          label: `${movementLabels[value]} ${formatCount(pair[value])}`,
        }))}
        style={{ alignSelf: 'flex-start' }}
      />
      <MovementList key={`${pair.exportId} ${kind}`} exportId={pair.exportId} kind={kind} />
    </>
  );
}

interface MovementListProps {
  readonly exportId: number;
  readonly kind: MovementRow['kind'];
}

function MovementList({ exportId, kind }: MovementListProps) {
  const [page, setPage] = useState(0);
  const [exporting, setExporting] = useState(false);
  const found = useRoute(
    'movement.page',
    { exportId, kind, offset: page * pageSize, limit: pageSize },
    { keep: true },
  );
  return (
    <Answer query={found} skeletonRows={10}>
      {({ rows, total }) =>
        total === 0 ? (
          <EmptyState size="sm" mt="md" title="Tidak ada pada mutasi ini" />
        ) : (
          <>
            <Group justify="space-between" mb={6}>
              <Button
                variant="default"
                leftSection={<IconDownload size={15} aria-hidden="true" />}
                onClick={() => setExporting(true)}
              >
                Ekspor
              </Button>
              <Pager
                page={page}
                pageSize={pageSize}
                shown={rows.length}
                total={total}
                onPrevious={() => setPage((before) => before - 1)}
                onNext={() => setPage((before) => before + 1)}
              />
            </Group>
            {exporting ? (
              <ExportDialog
                title="Ekspor mutasi"
                total={total}
                onClose={() => setExporting(false)}
                inputOf={(made) => ({ what: 'movements', exportId, kind, ...made })}
              />
            ) : null}
            <ScrollRegion label="Mutasi">
              <Table highlightOnHover>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>Nama</Table.Th>
                    <Table.Th>KPJ</Table.Th>
                    <Table.Th>NIK</Table.Th>
                    <Table.Th>Pemberi kerja</Table.Th>
                    <Table.Th ta="right">Upah sebelumnya</Table.Th>
                    <Table.Th ta="right">Upah sekarang</Table.Th>
                    <Table.Th>Berakhir</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {rows.map((row) => (
                    <Table.Tr key={row.id}>
                      <Table.Td>{row.name}</Table.Td>
                      <Table.Td>{row.kpj ?? '–'}</Table.Td>
                      <Table.Td>{row.nikMasked ?? '–'}</Table.Td>
                      <Table.Td>{row.employer ?? '–'}</Table.Td>
                      <Table.Td ta="right">{money(row.wageBefore)}</Table.Td>
                      <Table.Td ta="right">{money(row.wageAfter)}</Table.Td>
                      <Table.Td>{formatDate(row.endedOn)}</Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </ScrollRegion>
          </>
        )
      }
    </Answer>
  );
}

const money = (value: number | null) => (value === null ? '–' : formatRupiah(value));
