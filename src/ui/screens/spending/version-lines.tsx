/** The lines of a budget document as they will be saved: amounts typed over, lines added and taken out. */

import {
  ActionIcon,
  Button,
  Group,
  NativeSelect,
  Stack,
  Table,
  Text,
  TextInput,
} from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { Allocation } from '../../../contract/spending-routes.ts';
import { parseMoney } from '../../../domain/money-text.ts';
import type { FundSource } from '../../../domain/segments.ts';
import { ScrollRegion } from '../../parts/scroll-region.tsx';
import { fundOrUsual, useFundChoices } from '../../parts/use-fund-sources.ts';
import { formatCount } from '../../words/format.ts';
import { fundSourceLabel } from '../../words/labels.ts';

/** A line while it is typed: the amount is text until it reads as whole rupiah. */
export interface LineDraft {
  readonly key: string;
  readonly line: Allocation;
  readonly amount: string;
}

let made = 0;

/** A draft of a line that came from a file, a document or the computed need. */
export function draftOf(line: Allocation): LineDraft {
  made += 1;
  return { key: `line-${made}`, line, amount: formatCount(line.amount) };
}

/** Whole rupiah of a draft; null while it does not read as such. */
export function amountOf({ amount }: LineDraft): number | null {
  const read = parseMoney(amount, { decimal: ',' });
  return read.ok && read.sen >= 0 && read.sen % 100 === 0 ? read.sen / 100 : null;
}

interface VersionLinesProps {
  readonly drafts: readonly LineDraft[];
  readonly onChange: (drafts: readonly LineDraft[]) => void;
}

export function VersionLines({ drafts, onChange }: VersionLinesProps) {
  const replace = (key: string, amount: string) =>
    onChange(drafts.map((draft) => (draft.key === key ? { ...draft, amount } : draft)));
  return (
    <Stack gap="xs">
      <ScrollRegion label="Baris anggaran">
        <div style={{ maxHeight: '34vh' }}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Rekening</Table.Th>
                <Table.Th>Uraian</Table.Th>
                <Table.Th>Sumber dana</Table.Th>
                <Table.Th ta="right">Jumlah (Rp)</Table.Th>
                <Table.Th aria-label="Tindakan" />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {drafts.map((draft) => (
                <Table.Tr key={draft.key}>
                  <Table.Td>{draft.line.accountCode}</Table.Td>
                  <Table.Td>{draft.line.accountName}</Table.Td>
                  <Table.Td>{fundSourceLabel(draft.line.fundSource)}</Table.Td>
                  <Table.Td ta="right" py={2}>
                    <TextInput
                      aria-label={`Jumlah ${draft.line.accountCode} ${fundSourceLabel(draft.line.fundSource)}`}
                      w={150}
                      ml="auto"
                      inputMode="numeric"
                      styles={{ input: { textAlign: 'right' } }}
                      value={draft.amount}
                      error={amountOf(draft) === null}
                      onChange={(event) => replace(draft.key, event.currentTarget.value)}
                    />
                  </Table.Td>
                  <Table.Td ta="right" py={0}>
                    <ActionIcon
                      aria-label={`Keluarkan ${draft.line.accountCode}`}
                      onClick={() => onChange(drafts.filter(({ key }) => key !== draft.key))}
                    >
                      <IconTrash size={16} />
                    </ActionIcon>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      </ScrollRegion>
      <AddLine drafts={drafts} onChange={onChange} />
    </Stack>
  );
}

/** A line that stands in no file: its account, its name, its fund; the amount is typed in the table. */
function AddLine({ drafts, onChange }: VersionLinesProps) {
  const [accountCode, setAccountCode] = useState('');
  const [accountName, setAccountName] = useState('');
  const [fundSource, setFundSource] = useState<FundSource>('apbd-pad');
  const funds = useFundChoices(fundSource);
  const code = accountCode.trim();
  const taken = drafts.some(
    ({ line }) =>
      line.accountCode === code && line.fundSource === fundSource && line.unitId === null,
  );

  function add() {
    const line = { accountCode: code, accountName: accountName.trim(), fundSource, unitId: null };
    onChange([...drafts, draftOf({ ...line, amount: 0 })]);
    setAccountCode('');
    setAccountName('');
  }

  return (
    <Group gap="xs" align="flex-end" wrap="nowrap">
      <TextInput
        label="Tambah rekening"
        placeholder="5.1.02.02.02.0006"
        maxLength={60}
        w={190}
        value={accountCode}
        onChange={(event) => setAccountCode(event.currentTarget.value)}
      />
      <TextInput
        aria-label="Uraian rekening"
        placeholder="Uraian"
        maxLength={300}
        style={{ flex: 1 }}
        value={accountName}
        onChange={(event) => setAccountName(event.currentTarget.value)}
      />
      <NativeSelect
        aria-label="Sumber dana rekening"
        value={fundSource}
        onChange={(event) => setFundSource(fundOrUsual(event.currentTarget.value))}
        data={funds}
      />
      <Button
        variant="default"
        leftSection={<IconPlus size={14} aria-hidden="true" />}
        disabled={code === '' || taken}
        onClick={add}
      >
        Tambah
      </Button>
      {taken ? (
        <Text size="sm" c="dimmed">
          sudah ada
        </Text>
      ) : null}
    </Group>
  );
}
