/** Every import so far, newest first, each with its way back. */
import { EmptyState, Table, Text } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { Link } from 'wouter';
import type { RouteOut } from '../../../contract/routes.ts';
import { places } from '../../app/places.ts';
import { useRoute } from '../../bridge/use-engine.ts';
import { Answer } from '../../parts/answer.tsx';
import { Card } from '../../parts/card.tsx';
import { formatCount, formatMoment } from '../../words/format.ts';
import { importKindLabels } from '../../words/labels.ts';
import { BatchStateTag } from './batch-state-tag.tsx';

/** A line leads to the plan, where it can be saved, dropped or undone. */
export function BatchList() {
  const list = useRoute('import.list', {});
  return (
    <Card title="Riwayat impor">
      <Answer query={list}>
        {(batches) =>
          batches.length === 0 ? (
            <EmptyState
              size="sm"
              icon={<IconFileImport stroke={1.4} />}
              title="Belum ada impor"
              description="Berkas yang dibaca akan tercatat di sini dan dapat diurungkan kapan saja."
            />
          ) : (
            <Table highlightOnHover>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>Berkas</Table.Th>
                  <Table.Th>Jenis data</Table.Th>
                  <Table.Th ta="right">Baris</Table.Th>
                  <Table.Th ta="right">Baru</Table.Th>
                  <Table.Th ta="right">Berubah</Table.Th>
                  <Table.Th ta="right">Ditolak</Table.Th>
                  <Table.Th>Waktu</Table.Th>
                  <Table.Th>Keadaan</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {batches.map((batch) => (
                  <BatchLine key={batch.id} batch={batch} />
                ))}
              </Table.Tbody>
            </Table>
          )
        }
      </Answer>
    </Card>
  );
}

function BatchLine({ batch }: { readonly batch: RouteOut<'import.list'>[number] }) {
  const { counts } = batch;
  return (
    <Table.Tr>
      <Table.Td maw={280}>
        <Text truncate="end" size="sm">
          <Link href={places.batch(batch.id)}>{batch.fileName}</Link>
        </Text>
      </Table.Td>
      <Table.Td>{importKindLabels[batch.kind]}</Table.Td>
      <Table.Td ta="right">{formatCount(counts.read)}</Table.Td>
      <Table.Td ta="right">{formatCount(counts.add)}</Table.Td>
      <Table.Td ta="right">{formatCount(counts.update)}</Table.Td>
      <Table.Td ta="right">{formatCount(counts.reject)}</Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>
        {formatMoment(batch.committedAt ?? batch.stagedAt)}
      </Table.Td>
      <Table.Td>
        <BatchStateTag state={batch.state} />
      </Table.Td>
    </Table.Tr>
  );
}
