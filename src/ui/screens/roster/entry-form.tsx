/** The fields of one entry, with what is said about them beside each; for editing and for adding. */
import { Button, Group, NativeSelect, Stack, Text, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { EntryFieldName, EntryFindingView } from '../../../contract/roster-edit-routes.ts';
import { fundSources, type Roster } from '../../../domain/segments.ts';
import { UnitSelect } from '../../parts/unit-select.tsx';
import { issueText } from '../../words/issue-words.ts';
import { fundSourceLabels, rosterColumnLabel } from '../../words/labels.ts';
import type { EntryDraft } from './entry-draft.ts';

interface EntryFormProps {
  readonly roster: Roster;
  readonly draft: EntryDraft;
  readonly onChange: (draft: EntryDraft) => void;
  readonly findings: readonly EntryFindingView[];
  readonly unread: readonly EntryFieldName[];
  /** The stored NIK as it may be shown; null when there is none. */
  readonly nikMasked: string | null;
}

export function EntryForm(props: EntryFormProps) {
  const { roster, draft, onChange } = props;
  const set = (part: Partial<EntryDraft>) => onChange({ ...draft, ...part });
  const text = (name: 'name' | 'kpj' | 'birthDate' | 'position' | 'wage' | 'phone') => ({
    value: draft[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      set({ [name]: event.currentTarget.value }),
    ...notesOf(props, name),
  });
  return (
    <Stack gap="xs">
      <TextInput label="Nama" required maxLength={200} data-autofocus {...text('name')} />
      <NikField {...props} />
      <Group grow gap="xs" align="flex-start">
        <TextInput label="Tanggal lahir" placeholder="22-11-1980" {...text('birthDate')} />
        <NativeSelect
          label="Jenis kelamin"
          value={draft.sex}
          onChange={(event) => set({ sex: event.currentTarget.value })}
          data={[
            { value: '', label: 'Belum diketahui' },
            { value: 'L', label: 'Laki-laki' },
            { value: 'P', label: 'Perempuan' },
          ]}
        />
      </Group>
      <div>
        <Text size="sm" fw={500}>
          {roster === 'non-asn' ? 'OPD' : 'Wilayah'}
        </Text>
        <UnitSelect
          roster={roster}
          value={draft.unitId}
          onChange={(unitId) => set({ unitId })}
          placeholder="Belum diketahui"
          width="100%"
        />
      </div>
      <TextInput
        label={rosterColumnLabel(roster, 'position')}
        maxLength={200}
        {...text('position')}
      />
      <Group grow gap="xs" align="flex-start">
        <TextInput
          label="Upah per bulan"
          inputMode="numeric"
          placeholder="2.500.000"
          {...text('wage')}
        />
        <NativeSelect
          label="Sumber dana"
          value={draft.fundSource}
          onChange={(event) => set({ fundSource: event.currentTarget.value })}
          data={[
            { value: '', label: 'Menurut daftar' },
            ...fundSources.map((value) => ({ value, label: fundSourceLabels[value] })),
          ]}
        />
      </Group>
      <Group grow gap="xs" align="flex-start">
        <TextInput label="KPJ" maxLength={40} {...text('kpj')} />
        <TextInput label="Telepon" maxLength={40} {...text('phone')} />
      </Group>
      <Textarea
        label="Keterangan"
        autosize
        minRows={2}
        maxLength={2000}
        value={draft.note}
        onChange={(event) => set({ note: event.currentTarget.value })}
      />
    </Stack>
  );
}

function NikField(props: EntryFormProps) {
  const { draft, onChange, nikMasked } = props;
  if (draft.nik === null) {
    return (
      <Group align="flex-end" gap="xs" wrap="nowrap">
        <TextInput
          label="NIK"
          value={nikMasked ?? ''}
          readOnly
          style={{ flex: 1 }}
          {...notesOf(props, 'nik')}
        />
        <Button variant="default" onClick={() => onChange({ ...draft, nik: '' })}>
          Ganti NIK
        </Button>
      </Group>
    );
  }
  return (
    <TextInput
      label="NIK"
      inputMode="numeric"
      maxLength={40}
      value={draft.nik}
      onChange={(event) => onChange({ ...draft, nik: event.currentTarget.value })}
      {...notesOf(props, 'nik')}
    />
  );
}

/** Errors in red where Mantine puts them, the rest as a note under the field. */
function notesOf({ findings, unread }: EntryFormProps, field: EntryFieldName) {
  const own = findings.filter((one) => one.field === field);
  const words = (list: readonly EntryFindingView[]) =>
    list.map((one) => issueText(one.code, one.params)).join('. ');
  const errors = own.filter((one) => one.severity === 'error');
  const others = own.filter((one) => one.severity !== 'error');
  const error: ReactNode = unread.includes(field)
    ? field === 'wage'
      ? 'Tulis dalam rupiah, misalnya 2.500.000'
      : 'Contoh: 22-11-1980 atau 22 Nov 1980'
    : errors.length > 0
      ? words(errors)
      : undefined;
  return {
    ...(error === undefined ? {} : { error }),
    ...(others.length === 0 ? {} : { description: words(others) }),
    inputWrapperOrder: ['label', 'input', 'description', 'error'] as (
      | 'label'
      | 'input'
      | 'description'
      | 'error'
    )[],
  };
}
