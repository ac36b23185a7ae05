/** The regency's decisions for a year: programmes and wage bases per group, minimum wages, rounding. */
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import type { BudgetConfigView } from '../../../contract/tariff-routes.ts';
import { useOpenStore } from '../../app/store-context.tsx';
import { useCommand, useRoute } from '../../bridge/use-engine.ts';
import { Answer } from '../../parts/answer.tsx';
import { Card } from '../../parts/card.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { formatMoment } from '../../words/format.ts';
import { badAmounts, configOf, draftOfConfig } from './config-draft.ts';
import { GroupRules } from './group-rules.tsx';
import { MinimumWages } from './minimum-wages.tsx';
import { RoundingCard } from './rounding-card.tsx';
import { useAuthor } from './use-author.ts';

export function ConfigTab({ year }: { readonly year: number }) {
  const view = useRoute('budgetConfig.get', { year });
  return (
    <Answer query={view} skeletonRows={10} skeletonHeight={34}>
      {(data) => <ConfigForm key={JSON.stringify(data.saved)} view={data} />}
    </Answer>
  );
}

function savedText({ saved, year }: BudgetConfigView): string {
  if (saved === null) return 'Belum pernah disimpan: yang tampil adalah ketentuan bawaan.';
  const whose = `Disimpan ${saved.author}, ${formatMoment(saved.savedAt)}.`;
  return saved.year === year
    ? whose
    : `Tahun ${year} belum punya ketentuan sendiri; ketentuan ${saved.year} dipakai. ${whose}`;
}

function ConfigForm({ view }: { readonly view: BudgetConfigView }) {
  const save = useCommand('budgetConfig.save');
  const { readOnly } = useOpenStore();
  const [draft, setDraft] = useState(() => draftOfConfig(view.config));
  const [author, setAuthor] = useAuthor();
  const [reason, setReason] = useState('');
  const bad = badAmounts(draft);

  function submit() {
    save.mutate(
      { year: view.year, config: configOf(draft), author, reason },
      {
        onSuccess: () =>
          notifications.show({ color: 'teal', message: `Ketentuan ${view.year} tersimpan` }),
      },
    );
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack gap="md">
        <Text size="sm">{savedText(view)}</Text>
        <GroupRules draft={draft} bad={bad} onChange={setDraft} />
        <MinimumWages draft={draft} bad={bad} known={view.known} onChange={setDraft} />
        <RoundingCard draft={draft} onChange={setDraft} />
        <Card>
          {save.error === null ? null : <ErrorNote error={save.error} />}
          <Group align="flex-end" wrap="nowrap">
            <TextInput
              label="Nama petugas"
              w={240}
              value={author}
              onChange={(event) => setAuthor(event.currentTarget.value)}
            />
            <TextInput
              label="Dasar atau alasan perubahan"
              flex={1}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            <Button
              type="submit"
              size="sm"
              loading={save.isPending}
              disabled={readOnly || bad.size > 0 || author.trim().length < 2}
            >
              Simpan ketentuan
            </Button>
          </Group>
        </Card>
      </Stack>
    </form>
  );
}
