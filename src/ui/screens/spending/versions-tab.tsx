/** Budget documents of the year beside one another: murni, pergeseran, perubahan. */
import { ActionIcon, Button, EmptyState, Group, Stack, Table, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { IconFileInvoice, IconTrash } from '@tabler/icons-react';
import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import type { RouteOut } from '../../../contract/routes.ts';
import type { Allocation, VersionHead } from '../../../contract/spending-routes.ts';
import { useOpenStore } from '../../app/store-context.tsx';
import { useBridge } from '../../bridge/bridge-context.tsx';
import { useCommand } from '../../bridge/use-engine.ts';
import { Card } from '../../parts/card.tsx';
import { Tag } from '../../parts/tag.tsx';
import { formatDate, formatRupiah } from '../../words/format.ts';
import { fundSourceLabel } from '../../words/labels.ts';
import { versionName } from '../../words/spending-words.ts';
import { useDeed } from './use-deed.tsx';
import { VersionForm } from './version-form.tsx';

type Overview = RouteOut<'spending.overview'>;
type Line = Allocation & { readonly unitName: string | null };

export function VersionsTab({ overview }: { readonly overview: Overview }) {
  const { readOnly } = useOpenStore();
  const [adding, setAdding] = useState(false);
  return (
    <Stack gap="md">
      <Card
        title="Dokumen anggaran"
        remark="Yang ditetapkan terakhir dipakai untuk menghitung sisa."
        actions={
          <Button disabled={readOnly} onClick={() => setAdding(true)}>
            Catat dokumen
          </Button>
        }
      >
        {overview.versions.length === 0 ? (
          <EmptyState
            size="sm"
            icon={<IconFileInvoice stroke={1.4} />}
            title={`Belum ada dokumen anggaran tahun ${overview.year}`}
            description="Catat APBD murni dari berkas DPA, atau mulai dari kebutuhan yang dihitung Padan."
          />
        ) : (
          <VersionList overview={overview} readOnly={readOnly} />
        )}
      </Card>
      {overview.versions.length < 2 ? null : <Comparison versions={overview.versions} />}
      {adding ? <VersionForm overview={overview} onClose={() => setAdding(false)} /> : null}
    </Stack>
  );
}

function VersionList({
  overview,
  readOnly,
}: {
  readonly overview: Overview;
  readonly readOnly: boolean;
}) {
  const remove = useCommand('spending.removeVersion');
  const doDeed = useDeed();
  const ask = (version: VersionHead) =>
    modals.openConfirmModal({
      title: 'Hapus dokumen anggaran?',
      children: (
        <Text size="sm">
          {versionName(version)} tahun {version.year}, {formatRupiah(version.total)}. Pembayaran
          yang sudah dicatat tetap ada.
        </Text>
      ),
      labels: { confirm: 'Hapus', cancel: 'Batal' },
      confirmProps: { color: 'red' },
      onConfirm: () =>
        void doDeed(remove.mutateAsync({ id: version.id }), `${versionName(version)} dihapus.`),
    });
  return (
    <Table highlightOnHover>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Dokumen</Table.Th>
          <Table.Th>Ditetapkan</Table.Th>
          <Table.Th>Dasar</Table.Th>
          <Table.Th ta="right">Baris</Table.Th>
          <Table.Th ta="right">Jumlah</Table.Th>
          <Table.Th aria-label="Tindakan" />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {overview.versions.map((version) => (
          <Table.Tr key={version.id}>
            <Table.Td>
              <Group gap="xs">
                {versionName(version)}
                {version.id === overview.inForce ? <Tag tone="good">Dipakai</Tag> : null}
              </Group>
            </Table.Td>
            <Table.Td>{formatDate(version.decidedOn)}</Table.Td>
            <Table.Td>{version.basis === '' ? '–' : version.basis}</Table.Td>
            <Table.Td ta="right">{version.lines}</Table.Td>
            <Table.Td ta="right">{formatRupiah(version.total)}</Table.Td>
            <Table.Td ta="right" py={0}>
              <ActionIcon
                aria-label={`Hapus ${versionName(version)}`}
                disabled={readOnly}
                onClick={() => ask(version)}
              >
                <IconTrash size={16} />
              </ActionIcon>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** Line by line over all documents, and the difference between the first and the last. */
function Comparison({ versions }: { readonly versions: readonly VersionHead[] }) {
  const { engine } = useBridge();
  const answers = useQueries({
    queries: versions.map(({ id }) => ({
      queryKey: ['spending.version', { id }],
      queryFn: () => engine.call('spending.version', { id }),
    })),
  });
  const lists = answers.map(({ data }) => data ?? null);
  if (lists.some((list) => list === null)) return null;
  const rows = mergeLines(lists.map((list) => list ?? []));
  return (
    <Card title="Perbandingan" remark="Selisih antara dokumen pertama dan yang terakhir">
      <div style={{ overflowX: 'auto' }}>
        <Table highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Rekening</Table.Th>
              <Table.Th>Sumber dana</Table.Th>
              <Table.Th>Unit</Table.Th>
              {versions.map((version) => (
                <Table.Th key={version.id} ta="right">
                  {versionName(version)}
                </Table.Th>
              ))}
              <Table.Th ta="right">Selisih</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ key, line, amounts }) => (
              <Table.Tr key={key}>
                <Table.Td>
                  {line.accountCode}
                  <Text size="sm" c="dimmed" lineClamp={1}>
                    {line.accountName}
                  </Text>
                </Table.Td>
                <Table.Td>{fundSourceLabel(line.fundSource)}</Table.Td>
                <Table.Td>{line.unitName ?? 'Terpusat'}</Table.Td>
                {amounts.map((amount, index) => (
                  <Table.Td key={versions[index]?.id ?? index} ta="right">
                    {amount === null ? '–' : formatRupiah(amount)}
                  </Table.Td>
                ))}
                <Table.Td ta="right">{signed(changeOf(amounts))}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
          <Table.Tfoot>
            <Table.Tr>
              <Table.Th colSpan={3}>Jumlah</Table.Th>
              {versions.map((version) => (
                <Table.Th key={version.id} ta="right">
                  {formatRupiah(version.total)}
                </Table.Th>
              ))}
              <Table.Th ta="right">{signed(changeOf(versions.map(({ total }) => total)))}</Table.Th>
            </Table.Tr>
          </Table.Tfoot>
        </Table>
      </div>
    </Card>
  );
}

interface MergedLine {
  readonly key: string;
  readonly line: Line;
  /** One a document, in their order; null where it has no such line. */
  readonly amounts: (number | null)[];
}

function mergeLines(lists: readonly (readonly Line[])[]): readonly MergedLine[] {
  const merged = new Map<string, MergedLine>();
  for (const [index, lines] of lists.entries()) {
    for (const line of lines) {
      const key = `${line.accountCode} ${line.fundSource} ${line.unitId ?? ''}`;
      const row = merged.get(key) ?? { key, line, amounts: lists.map(() => null) };
      row.amounts[index] = line.amount;
      merged.set(key, row);
    }
  }
  return [...merged.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

const changeOf = (amounts: readonly (number | null)[]) => (amounts.at(-1) ?? 0) - (amounts[0] ?? 0);

function signed(amount: number): string {
  return amount > 0 ? `+${formatRupiah(amount)}` : amount === 0 ? '–' : formatRupiah(amount);
}
