/** What was found out about the file before its rows were read. */
import { DataList } from '@mantine/core';
import type { Batch } from '../../../contract/import-routes.ts';
import { ScrollRegion } from '../../parts/scroll-region.tsx';
import { formatBytes } from '../../words/format.ts';
import { factWords } from '../../words/import-words.ts';
import { TextReading } from './text-reading.tsx';

/** Facts as label and value. */
export function FactsTab({ batch }: { readonly batch: Batch }) {
  const facts = [
    { label: 'Nama berkas', value: batch.fileName },
    { label: 'Ukuran', value: formatBytes(batch.bytes) },
    ...Object.entries(batch.facts)
      .map(([name, value]) => factWords(name, value))
      .filter((fact) => fact !== null),
    { label: 'Sidik isi (SHA-256)', value: `${batch.sha256.slice(0, 16)}…` },
  ];
  return (
    <ScrollRegion label="Tentang berkas">
      <TextReading batch={batch} />
      <DataList p="md" labelWidth="180px" gap="xs">
        {facts.map((fact) => (
          <DataList.Item key={fact.label}>
            <DataList.ItemLabel>{fact.label}</DataList.ItemLabel>
            <DataList.ItemValue>{fact.value}</DataList.ItemValue>
          </DataList.Item>
        ))}
      </DataList>
    </ScrollRegion>
  );
}
