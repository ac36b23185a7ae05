/** A regency's own row in place of a shipped one, for the months it holds. */
import { Button, Checkbox, Group, Modal, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import type { TariffRowView } from '../../../contract/tariff-routes.ts';
import { fundKinds } from '../../../domain/segments.ts';
import { useCommand } from '../../bridge/use-engine.ts';
import { ErrorNote } from '../../parts/error-note.tsx';
import {
  figureSubject,
  figureValue,
  fundKindLabels,
  periodText,
} from '../../words/tariff-words.ts';
import { draftOf, type FigureDraft, figureFrom } from './override-draft.ts';
import { monthText, typedMonth } from './typed-figures.ts';
import { useAuthor } from './use-author.ts';

interface OverrideDialogProps {
  readonly row: TariffRowView;
  readonly year: number;
  readonly onClose: () => void;
}

/** A new ceiling begins in March, all else in January. */
function firstMonth(row: TariffRowView, year: number): string {
  return row.figure.kind === 'ceiling' ? `${year}-03` : `${year}-01`;
}

export function OverrideDialog({ row, year, onClose }: OverrideDialogProps) {
  const save = useCommand('tariff.override');
  const [author, setAuthor] = useAuthor();
  const [draft, setDraft] = useState<FigureDraft>(() => draftOf(row));
  const [from, setFrom] = useState(monthText(firstMonth(row, year)));
  const [to, setTo] = useState('');
  const [source, setSource] = useState('');
  const [reason, setReason] = useState('');
  const value = figureFrom(row, draft);
  const first = typedMonth(from);
  const last = to.trim() === '' ? null : typedMonth(to);
  const ready =
    value !== null &&
    first !== null &&
    (to.trim() === '' || last !== null) &&
    source.trim().length >= 3 &&
    reason.trim().length >= 3 &&
    author.trim().length >= 2;

  function submit() {
    if (value === null || first === null) return;
    save.mutate(
      { value, from: first, to: last, source, reason, author },
      {
        onSuccess: () => {
          notifications.show({ color: 'teal', message: 'Tarif daerah tersimpan' });
          onClose();
        },
      },
    );
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={`Tarif daerah: ${figureSubject(row.figure)}`}
      closeButtonProps={{ 'aria-label': 'Tutup' }}
      size={560}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) submit();
        }}
      >
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            Bawaan: {figureValue(row.figure)}, {periodText(row.from, row.to)} ({row.source}). Baris
            bawaan tetap disimpan dan berlaku di luar masa yang Anda isi.
          </Text>
          <FigureFields row={row} draft={draft} onChange={setDraft} />
          <SimpleGrid cols={2}>
            <TextInput
              label="Berlaku mulai"
              description="bulan-tahun, misalnya 03-2027"
              value={from}
              error={first === null ? 'Isi bulan dan tahun' : null}
              onChange={(event) => setFrom(event.currentTarget.value)}
            />
            <TextInput
              label="Sampai"
              description="kosongkan bila seterusnya"
              value={to}
              error={to.trim() !== '' && last === null ? 'Isi bulan dan tahun' : null}
              onChange={(event) => setTo(event.currentTarget.value)}
            />
          </SimpleGrid>
          <TextInput
            label="Dasar hukum"
            placeholder="SE BPJS Ketenagakerjaan nomor … tahun …"
            value={source}
            onChange={(event) => setSource(event.currentTarget.value)}
          />
          <SimpleGrid cols={2}>
            <TextInput
              label="Alasan"
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            <TextInput
              label="Nama petugas"
              value={author}
              onChange={(event) => setAuthor(event.currentTarget.value)}
            />
          </SimpleGrid>
          {save.error === null ? null : <ErrorNote error={save.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Batal
            </Button>
            <Button type="submit" loading={save.isPending} disabled={!ready}>
              Simpan tarif daerah
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

interface FigureFieldsProps {
  readonly row: TariffRowView;
  readonly draft: FigureDraft;
  readonly onChange: (draft: FigureDraft) => void;
}

function FigureFields({ row, draft, onChange }: FigureFieldsProps) {
  const { kind } = row.figure;
  const bad = figureFrom(row, draft) === null;
  const percent = kind === 'rate' || kind === 'relief';
  const label = kind === 'relief' ? 'Bagian yang dibayar' : kind === 'bracket' ? 'JKK' : 'Besaran';
  return (
    <>
      <SimpleGrid cols={kind === 'bracket' ? 2 : 1}>
        <TextInput
          label={label}
          rightSection={percent ? '%' : undefined}
          leftSection={percent ? undefined : 'Rp'}
          value={draft.value}
          error={bad ? (percent ? 'Isi persen, misalnya 0,24' : 'Isi rupiah bulat') : null}
          onChange={(event) => onChange({ ...draft, value: event.currentTarget.value })}
          data-autofocus
        />
        {kind === 'bracket' ? (
          <TextInput
            label="JHT"
            leftSection="Rp"
            value={draft.second}
            onChange={(event) => onChange({ ...draft, second: event.currentTarget.value })}
          />
        ) : null}
      </SimpleGrid>
      {kind === 'relief' ? (
        <Checkbox.Group
          label="Berlaku untuk sumber dana"
          value={[...draft.funds]}
          onChange={(chosen) =>
            onChange({ ...draft, funds: fundKinds.filter((one) => chosen.includes(one)) })
          }
        >
          <Group gap="md" mt={4}>
            {fundKinds.map((one) => (
              <Checkbox key={one} value={one} label={fundKindLabels[one]} />
            ))}
          </Group>
        </Checkbox.Group>
      ) : null}
    </>
  );
}
