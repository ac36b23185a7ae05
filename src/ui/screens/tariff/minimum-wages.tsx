/** UMK, UMP and least siltap of the year; empty takes what is known, and says from where. */
import { SimpleGrid, TextInput } from '@mantine/core';
import type { BudgetConfigView } from '../../../contract/tariff-routes.ts';
import { Card } from '../../parts/card.tsx';
import { senText } from '../../words/tariff-words.ts';
import type { ConfigDraft } from './config-draft.ts';

interface MinimumWagesProps {
  readonly draft: ConfigDraft;
  readonly bad: ReadonlySet<string>;
  readonly known: BudgetConfigView['known'];
  readonly onChange: (draft: ConfigDraft) => void;
}

const officeTitles = {
  'kepala-desa': 'Siltap kepala desa',
  'sekretaris-desa': 'Siltap sekretaris desa',
  'perangkat-desa': 'Siltap perangkat lain',
} as const;

function knownText(fact: BudgetConfigView['known']['umk']): string {
  return fact === null ? 'belum diketahui' : `${fact.year}: ${senText(fact.sen)}, ${fact.source}`;
}

export function MinimumWages({ draft, bad, known, onChange }: MinimumWagesProps) {
  const field = (name: string, label: string, description: string) => (
    <TextInput
      key={name}
      label={label}
      description={description}
      leftSection="Rp"
      placeholder="pakai yang diketahui"
      value={draft.amounts[name] ?? ''}
      error={bad.has(name) ? 'Isi rupiah, boleh dengan sen: 2.400.350,47' : null}
      onChange={(event) =>
        onChange({ ...draft, amounts: { ...draft.amounts, [name]: event.currentTarget.value } })
      }
    />
  );
  return (
    <Card title="Upah minimum dan siltap" remark="Kosong berarti memakai yang diketahui">
      <SimpleGrid cols={2} spacing="md" mb="sm">
        {field('umk', 'UMK', knownText(known.umk))}
        {field('ump', 'UMP', knownText(known.ump))}
      </SimpleGrid>
      <SimpleGrid cols={3} spacing="md">
        {known.siltap.map(({ position, sen, source }) =>
          field(`siltap.${position}`, officeTitles[position], `${senText(sen)}, ${source}`),
        )}
      </SimpleGrid>
    </Card>
  );
}
