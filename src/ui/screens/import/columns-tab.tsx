/** How each column was understood, and the way to say otherwise. */
import { Button, Group, NativeSelect, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import type {
  Batch,
  ColumnChoice,
  ImportChoices,
  MappedColumn,
  SheetPlan,
} from '../../../contract/import-routes.ts';
import { useRoute } from '../../bridge/use-engine.ts';
import { ErrorNote } from '../../parts/error-note.tsx';
import { JobProgressNote } from '../../parts/job-progress.tsx';
import { maskNik } from '../../parts/mask-nik.ts';
import { ScrollRegion } from '../../parts/scroll-region.tsx';
import { showError } from '../../parts/show-error.tsx';
import { asAppError } from '../../words/as-app-error.ts';
import { formatCount } from '../../words/format.ts';
import { decisionText, fieldLabel, mappedByLabels } from '../../words/import-words.ts';
import { ReadingSelect } from './reading-select.tsx';
import { useRestage } from './use-restage.ts';

type Overrides = Readonly<Record<string, string | null>>;
type Readings = ImportChoices['decisions'];

/** One sheet at a time; changes are collected, then the file is read anew with all of them. */
export function ColumnsTab({ batch }: { readonly batch: Batch }) {
  const [overrides, setOverrides] = useState<Overrides>({});
  const [readings, setReadings] = useState<Readings>({});
  const [shown, setShown] = useState(() => firstUsed(batch.sheets));
  const fields = useRoute('import.fields', { kind: batch.kind });
  const restaging = useRestage(batch);
  const editable = restaging.file !== null;
  const sheet = batch.sheets.find((one) => one.index === shown);
  const options = [
    { value: '', label: 'Tidak dipakai' },
    ...(fields.data ?? []).map(({ field, required }) => ({
      value: field,
      label: required ? `${fieldLabel(field)} (wajib)` : fieldLabel(field),
    })),
  ];

  return (
    <>
      <RestageBar batch={batch} restaging={restaging} overrides={overrides} readings={readings} />
      {batch.sheets.length < 2 ? null : (
        <SheetSelect sheets={batch.sheets} shown={shown} onChange={setShown} />
      )}
      <ScrollRegion label="Kolom berkas" key={shown}>
        {sheet === undefined ? null : (
          <SheetColumns
            sheet={sheet}
            options={options}
            overrides={overrides}
            readings={readings}
            onRead={
              editable
                ? (field, choice) => setReadings((before) => ({ ...before, [field]: choice }))
                : null
            }
            onChange={
              editable
                ? (header, field) => setOverrides((before) => ({ ...before, [header]: field }))
                : null
            }
          />
        )}
      </ScrollRegion>
    </>
  );
}

function firstUsed(sheets: readonly SheetPlan[]): number {
  return (sheets.find((sheet) => sheet.used) ?? sheets[0])?.index ?? 0;
}

interface SheetSelectProps {
  readonly sheets: readonly SheetPlan[];
  readonly shown: number;
  readonly onChange: (index: number) => void;
}

function SheetSelect({ sheets, shown, onChange }: SheetSelectProps) {
  const sheet = sheets.find((one) => one.index === shown);
  return (
    <Group gap="sm" mb="xs">
      <NativeSelect
        aria-label="Lembar"
        w={360}
        value={String(shown)}
        onChange={(event) => onChange(Number(event.currentTarget.value))}
        data={sheets.map((sheet) => ({
          value: String(sheet.index),
          label: `Lembar ${sheet.name} (${sheet.used ? formatCount(sheet.rows) : 'tidak dibaca'})`,
        }))}
      />
      <Text size="sm" c="dimmed">
        {sheet === undefined ? '' : `${sheetRemark(sheet)}. `}Perubahan berlaku untuk judul kolom
        yang sama di semua lembar.
      </Text>
    </Group>
  );
}

interface RestageBarProps {
  readonly batch: Batch;
  readonly restaging: ReturnType<typeof useRestage>;
  readonly overrides: Overrides;
  readonly readings: Readings;
}

function RestageBar({ batch, restaging, overrides, readings }: RestageBarProps) {
  const { stage, file, restage, wrongFile } = restaging;
  const changes = Object.keys(overrides).length + Object.keys(readings).length;
  if (batch.state !== 'staged') return null;
  if (file === null) {
    return (
      <Stack gap="xs" mb="xs">
        {wrongFile === null ? null : <ErrorNote error={wrongFile} />}
        <Group justify="space-between" wrap="nowrap">
          <Text size="sm" c="dimmed">
            Untuk mengubah kolom atau cara impor, tunjukkan lagi {batch.fileName}.
          </Text>
          <Button
            variant="default"
            loading={restaging.choosing}
            onClick={() => restaging.chooseAgain().catch((error) => showError(asAppError(error)))}
          >
            Pilih berkas yang sama
          </Button>
        </Group>
      </Stack>
    );
  }

  const { choices } = batch;
  const anew = () =>
    restage({
      mapping: { ...choices.mapping, ...overrides },
      decisions: { ...choices.decisions, ...readings },
    });

  if (stage.running) {
    return (
      <JobProgressNote
        title="Membaca ulang berkas"
        progress={stage.progress}
        onCancel={stage.cancel}
      />
    );
  }
  return (
    <Stack gap="xs" mb="xs">
      {stage.error === null ? null : <ErrorNote error={stage.error} />}
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" c="dimmed">
          {changes === 0
            ? 'Ubah arti kolom bila ada yang keliru; berkas dibaca ulang, perbaikan Anda tetap.'
            : `${formatCount(changes)} kolom diubah.`}
        </Text>
        <Button disabled={changes === 0} onClick={() => void anew()}>
          Baca ulang dengan kolom ini
        </Button>
      </Group>
    </Stack>
  );
}

interface SheetColumnsProps {
  readonly sheet: SheetPlan;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly overrides: Overrides;
  readonly readings: Readings;
  readonly onRead: ((field: string, choice: ColumnChoice) => void) | null;
  /** `null` when the plan can no longer be changed. */
  readonly onChange: ((header: string, field: string | null) => void) | null;
}

function SheetColumns({
  sheet,
  options,
  overrides,
  readings,
  onRead,
  onChange,
}: SheetColumnsProps) {
  if (sheet.columns.length === 0) {
    return (
      <Text size="sm" c="dimmed" p="md">
        {sheetRemark(sheet)}.
      </Text>
    );
  }
  return (
    <Table layout="fixed" stickyHeader>
      <Table.Thead>
        <Table.Tr>
          <Table.Th w="24%">Judul di berkas</Table.Th>
          <Table.Th w={240}>Dibaca sebagai</Table.Th>
          <Table.Th w={150}>Dasar</Table.Th>
          <Table.Th>Contoh isi dan cara membacanya</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {sheet.columns.map((column) => {
          const changed = Object.hasOwn(overrides, column.header);
          const field = changed ? (overrides[column.header] ?? null) : column.field;
          return (
            <ColumnLine
              key={column.index}
              column={column}
              options={options}
              field={field}
              changed={changed}
              remembered={sheet.remembered}
              reading={field === null ? undefined : readings[field]}
              onRead={changed ? null : onRead}
              decisions={changed ? [] : sheet.decisions.filter((one) => one.field === field)}
              onChange={onChange}
            />
          );
        })}
      </Table.Tbody>
    </Table>
  );
}

interface ColumnLineProps {
  readonly column: MappedColumn;
  readonly options: SheetColumnsProps['options'];
  readonly field: string | null;
  readonly changed: boolean;
  readonly remembered: SheetPlan['remembered'];
  readonly reading: ColumnChoice | undefined;
  readonly onRead: SheetColumnsProps['onRead'];
  readonly decisions: SheetPlan['decisions'];
  readonly onChange: SheetColumnsProps['onChange'];
}

function ColumnLine(props: ColumnLineProps) {
  const { column, options, field, changed, decisions, onChange } = props;
  return (
    <Table.Tr>
      <Table.Td>{column.header}</Table.Td>
      <Table.Td>
        {onChange === null ? (
          <Text span size="sm" {...(field === null ? { c: 'dimmed' } : {})}>
            {field === null ? 'Tidak dipakai' : fieldLabel(field)}
          </Text>
        ) : (
          <NativeSelect
            aria-label={`Arti kolom ${column.header}`}
            value={field ?? ''}
            data={[...options]}
            onChange={(event) => onChange(column.header, event.currentTarget.value || null)}
          />
        )}
      </Table.Td>
      <Table.Td>
        <Text span size="sm" c="dimmed">
          {changed ? mappedByLabels.user : basisOf(column, props.remembered)}
        </Text>
      </Table.Td>
      <Table.Td>
        <Text span size="sm" c="dimmed" truncate="end" display="block">
          {column.samples.map(maskNik).join(' · ')}
        </Text>
        {decisions.map((one) => (
          <Text key={one.decision} size="sm">
            {decisionText(one.decision, one.params)}
          </Text>
        ))}
        <ReadingSelect
          column={column.header}
          field={field}
          decisions={decisions}
          chosen={props.reading}
          onRead={props.onRead}
        />
      </Table.Td>
    </Table.Tr>
  );
}

/** What was remembered says of which import. */
function basisOf({ by }: MappedColumn, remembered: SheetPlan['remembered']): string {
  if (by !== 'remembered' || remembered === null) return mappedByLabels[by];
  return `dipakai lagi dari impor ${remembered.fileName}`;
}

function sheetRemark(sheet: SheetPlan): string {
  if (!sheet.used) return sheet.hidden ? 'Tersembunyi, tidak dibaca' : 'Tidak dibaca';
  const header =
    sheet.headerRows.length === 0 ? '' : ` · judul di baris ${sheet.headerRows.join(' dan ')}`;
  return `${formatCount(sheet.rows)} baris data${header}`;
}
