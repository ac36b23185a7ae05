/** Where each premium of a year is booked: the shipped choice, the regency's own, a file read with a preview. */
import { Button, Group, List, NativeSelect, Stack, Table, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import type { AccountRowView, OwnAccountView } from '../../../contract/tariff-routes.ts';
import { fill } from '../../../contract/words/params.ts';
import { useOpenStore } from '../../app/store-context.tsx';
import { useBridge } from '../../bridge/bridge-context.tsx';
import { useCommand, useJob, useRoute } from '../../bridge/use-engine.ts';
import { Answer } from '../../parts/answer.tsx';
import { Card } from '../../parts/card.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { showError } from '../../parts/show-error.tsx';
import { Tag } from '../../parts/tag.tsx';
import { asAppError } from '../../words/as-app-error.ts';
import { formatCount } from '../../words/format.ts';
import { programmeLabels } from '../../words/labels.ts';
import {
  accountProblemTexts,
  accountWarningTexts,
  fundKindLabels,
  groupTitles,
} from '../../words/tariff-words.ts';
import { useAuthor } from './use-author.ts';

const keyOf = (row: OwnAccountView): string =>
  [row.fundKind, row.employerGroup, row.position, row.programme].join(' ');

const officeWords = {
  'kepala-desa': ', kepala desa',
  'sekretaris-desa': ', sekretaris desa',
  'perangkat-desa': ', perangkat lain',
} as const;

export function AccountsTab({ year }: { readonly year: number }) {
  const list = useRoute('account.list', { year });
  return (
    <Answer query={list} skeletonRows={10} skeletonHeight={34}>
      {(data) => <Accounts key={JSON.stringify(data.rows)} year={year} rows={data.rows} />}
    </Answer>
  );
}

interface AccountsProps {
  readonly year: number;
  readonly rows: readonly AccountRowView[];
}

const kinds = ['apbd', 'dbhcht', 'apbdes'] as const;

function Accounts({ year, rows }: AccountsProps) {
  const { readOnly } = useOpenStore();
  const [kind, setKind] = useState<(typeof kinds)[number]>('apbd');
  const [author, setAuthor] = useAuthor();
  const [typed, setTyped] = useState<ReadonlyMap<string, string>>(new Map());
  const save = useCommand('account.save');
  const shown = rows.filter((row) => row.fundKind === kind);

  function store(accounts: readonly OwnAccountView[]) {
    save.mutate(
      { year, accounts: [...accounts], author },
      {
        onSuccess: ({ warnings }) => {
          setTyped(new Map());
          notifications.show({
            color: warnings.length === 0 ? 'teal' : 'yellow',
            title: `Kode rekening ${year} tersimpan`,
            message:
              warnings.length === 0
                ? `${formatCount(accounts.length)} kode daerah`
                : warnings.map(warningText).slice(0, 3).join('; '),
          });
        },
      },
    );
  }

  return (
    <Stack gap="md">
      <ReadFile year={year} rows={rows} author={author} onSave={store} />
      <Card
        title="Kode rekening iuran"
        remark="JKK dan JKM pada kode masing-masing"
        actions={
          <NativeSelect
            aria-label="Sumber dana"
            value={kind}
            data={kinds.map((one) => ({ value: one, label: fundKindLabels[one] }))}
            onChange={(event) =>
              setKind(kinds.find((one) => one === event.currentTarget.value) ?? 'apbd')
            }
          />
        }
      >
        <Table highlightOnHover verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Kelompok</Table.Th>
              <Table.Th>Program</Table.Th>
              <Table.Th w={230}>Kode rekening</Table.Th>
              <Table.Th>Uraian</Table.Th>
              <Table.Th>Keadaan</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map((row) => (
              <AccountRow
                key={keyOf(row)}
                row={row}
                code={typed.get(keyOf(row)) ?? row.code}
                readOnly={readOnly}
                onCode={(code) => setTyped(new Map(typed).set(keyOf(row), code))}
              />
            ))}
          </Table.Tbody>
        </Table>
        {save.error === null ? null : <ErrorNote error={save.error} />}
        <Group justify="flex-end" align="flex-end" mt="md">
          <TextInput
            label="Nama petugas"
            w={240}
            value={author}
            onChange={(event) => setAuthor(event.currentTarget.value)}
          />
          <Button
            size="sm"
            loading={save.isPending}
            disabled={readOnly || typed.size === 0 || author.trim().length < 2}
            onClick={() => store(ownAfter(rows, typed))}
          >
            Simpan kode
          </Button>
        </Group>
      </Card>
    </Stack>
  );
}

function warningText(warning: {
  readonly code: string;
  readonly given: string;
  readonly standard: string;
}): string {
  const words = fill(accountWarningTexts[warning.code] ?? warning.code, {
    standard: warning.standard,
  });
  return `${warning.given}: ${words}`;
}

/** The own accounts after typing: an emptied code goes back to the shipped one. */
function ownAfter(
  rows: readonly AccountRowView[],
  typed: ReadonlyMap<string, string>,
): OwnAccountView[] {
  return rows.flatMap((row) => {
    const code = typed.get(keyOf(row));
    if (code === undefined) return row.origin === 'own' ? [ownOf(row, row.code)] : [];
    return code.trim() === '' ? [] : [ownOf(row, code)];
  });
}

function ownOf(row: AccountRowView, code: string): OwnAccountView {
  const { fundKind, employerGroup, position, programme, name } = row;
  return { fundKind, employerGroup, position, programme, code, name };
}

function AccountRow(props: {
  readonly row: AccountRowView;
  readonly code: string;
  readonly readOnly: boolean;
  readonly onCode: (code: string) => void;
}) {
  const { row, code, readOnly, onCode } = props;
  const office = row.position === null ? '' : officeWords[row.position];
  return (
    <Table.Tr>
      <Table.Td>
        {groupTitles[row.employerGroup]}
        {office}
      </Table.Td>
      <Table.Td>{programmeLabels[row.programme]}</Table.Td>
      <Table.Td>
        <TextInput
          size="xs"
          aria-label={`Kode ${programmeLabels[row.programme]} ${groupTitles[row.employerGroup]}${office}`}
          value={code}
          readOnly={readOnly}
          onChange={(event) => onCode(event.currentTarget.value)}
        />
      </Table.Td>
      <Table.Td>
        <Text size="sm" lineClamp={1} title={row.note ?? row.name}>
          {row.name === '' ? '–' : row.name}
        </Text>
      </Table.Td>
      <Table.Td>
        {row.origin === 'own' ? <Tag tone="info">Kode daerah</Tag> : null}
        {row.origin === 'unknown' ? <Tag tone="bad">Belum ada kode</Tag> : null}
        {row.origin === 'default' && !row.verified ? (
          <span title={row.note ?? undefined}>
            <Tag tone="notice">Belum pasti</Tag>
          </span>
        ) : null}
      </Table.Td>
    </Table.Tr>
  );
}

interface ReadFileProps extends AccountsProps {
  readonly author: string;
  readonly onSave: (accounts: readonly OwnAccountView[]) => void;
}

/** A file of codes is read, shown with its doubts, and only then saved over the codes of the same rows. */
function ReadFile({ year, rows, author, onSave }: ReadFileProps) {
  const { shell } = useBridge();
  const read = useJob('account.read');

  async function pick() {
    const [file] = await shell.openTables();
    if (file !== undefined) await read.run({ file: file.file, year });
  }

  function save() {
    const found = read.result?.accounts ?? [];
    const keys = new Set(found.map(keyOf));
    const kept = rows.filter((row) => row.origin === 'own' && !keys.has(keyOf(row)));
    onSave([...kept.map((row) => ownOf(row, row.code)), ...found]);
    read.reset();
  }

  return (
    <Card
      title="Dari berkas"
      remark="Kolom: Kode rekening, Uraian, Program, Kelompok, Sumber dana, Jabatan"
      actions={
        <Button
          variant="default"
          size="compact-sm"
          loading={read.running}
          onClick={() => pick().catch((error) => showError(asAppError(error)))}
        >
          Pilih berkas
        </Button>
      }
    >
      {read.error === null ? null : <ErrorNote error={read.error} />}
      {read.result === null ? (
        <Text size="sm" c="dimmed">
          XLSX, ODS atau CSV. Isinya ditampilkan dahulu; tidak ada yang tersimpan sebelum Anda
          setuju.
        </Text>
      ) : (
        <Stack gap="xs">
          <Text size="sm">
            {formatCount(read.result.accounts.length)} baris terbaca,{' '}
            {formatCount(read.result.problems.length)} baris tidak terbaca,{' '}
            {formatCount(read.result.warnings.length)} peringatan.
          </Text>
          <List size="sm" spacing={2}>
            {read.result.problems.slice(0, 8).map((one) => (
              <List.Item key={`${one.row} ${one.column}`}>
                Baris {formatCount(one.row)}, {one.column}{' '}
                {accountProblemTexts[one.code] ?? one.code}
                {one.value === '' ? '' : `: ${one.value}`}
              </List.Item>
            ))}
            {read.result.warnings.slice(0, 8).map((one) => (
              <List.Item key={`${one.row} ${one.code}`}>{warningText(one)}</List.Item>
            ))}
          </List>
          <Group>
            <Button
              size="compact-sm"
              disabled={read.result.accounts.length === 0 || author.trim().length < 2}
              onClick={save}
            >
              Simpan {formatCount(read.result.accounts.length)} kode
            </Button>
            <Button variant="default" size="compact-sm" onClick={read.reset}>
              Batal
            </Button>
            {author.trim().length < 2 ? (
              <Text size="sm" c="dimmed">
                Isi nama petugas di bawah dahulu.
              </Text>
            ) : null}
          </Group>
        </Stack>
      )}
    </Card>
  );
}
