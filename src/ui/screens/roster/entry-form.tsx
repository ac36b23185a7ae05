/** The fields of one entry, with what is said about them beside each; for editing and for adding. */

import {
  Autocomplete,
  Button,
  Group,
  NativeSelect,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import type { ReactNode } from 'react';
import type { EntryFieldName, EntryFindingView } from '../../../contract/roster-edit-routes.ts';
import { jobKinds } from '../../../domain/job-kinds.ts';
import { maritals, type Roster } from '../../../domain/segments.ts';
import { UnitSelect } from '../../parts/unit-select.tsx';
import { useFundChoices } from '../../parts/use-fund-sources.ts';
import { issueText } from '../../words/issue-words.ts';
import { maritalLabels, rosterColumnLabel } from '../../words/labels.ts';
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
  const funds = useFundChoices(draft.fundSource);
  const set = (part: Partial<EntryDraft>) => onChange({ ...draft, ...part });
  const text = (name: TextField) => ({
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
      <OwnFields {...props} text={text} />
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
          data={[{ value: '', label: 'Menurut daftar' }, ...funds]}
        />
      </Group>
      <Group grow gap="xs" align="flex-start">
        <TextInput label="KPJ" maxLength={40} {...text('kpj')} />
        <TextInput label="Telepon" maxLength={40} {...text('phone')} />
      </Group>
      <NativeSelect
        label="Status kawin"
        value={draft.marital}
        onChange={(event) => set({ marital: event.currentTarget.value })}
        data={[
          { value: '', label: 'Belum diketahui' },
          ...maritals.map((value) => ({ value, label: maritalLabels[value] })),
        ]}
      />
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

type TextField = Exclude<
  keyof EntryDraft,
  'nik' | 'sex' | 'marital' | 'unitId' | 'fundSource' | 'desil' | 'note'
>;

interface OwnFieldsProps extends EntryFormProps {
  readonly text: (name: TextField) => {
    readonly value: string;
    readonly onChange: (event: { currentTarget: { value: string } }) => void;
  };
}

/** What each roster asks for beside what all have. */
function OwnFields(props: OwnFieldsProps) {
  const { roster, draft, onChange, text } = props;
  const work = roster === 'non-asn' ? 'jobKind' : 'position';
  const offered = (
    <Autocomplete
      label={rosterColumnLabel(roster, work)}
      maxLength={200}
      data={[...jobKinds[roster]]}
      limit={8}
      value={draft[work]}
      onChange={(value) => onChange({ ...draft, [work]: value })}
      {...notesOf(props, work)}
    />
  );
  if (roster === 'rentan') {
    return (
      <>
        {offered}
        <Group grow gap="xs" align="flex-start">
          <NativeSelect
            label="Desil"
            value={draft.desil}
            onChange={(event) => onChange({ ...draft, desil: event.currentTarget.value })}
            data={[
              { value: '', label: 'Belum diketahui' },
              ...Array.from({ length: 10 }, (_, index) => String(index + 1)),
            ]}
          />
          <TextInput label="Nomor DTSEN" maxLength={40} {...text('dtsenId')} />
        </Group>
      </>
    );
  }
  return (
    <>
      {roster === 'non-asn' ? (
        <Group grow gap="xs" align="flex-start">
          <TextInput
            label={rosterColumnLabel(roster, 'position')}
            maxLength={200}
            {...text('position')}
          />
          {offered}
        </Group>
      ) : (
        offered
      )}
      <Group grow gap="xs" align="flex-start">
        <TextInput label="Nomor SK" maxLength={200} {...text('decree')} />
        <TextInput label="TMT" placeholder="1-1-2026" {...text('startDate')} />
      </Group>
      <TextInput label="NIP" maxLength={40} {...text('nip')} />
    </>
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
