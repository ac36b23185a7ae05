/** What a paste would change and what it cannot, before any cell changes. */
import { Button, Group, Modal, ScrollArea, Stack, Table, Text, Title } from '@mantine/core';
import { columnOfField, editableColumn } from '../../../../contract/roster-columns.ts';
import type { Roster } from '../../../../domain/segments.ts';
import { formatCount } from '../../../words/format.ts';
import { rosterColumnLabel } from '../../../words/labels.ts';
import { type PastePlan, type PasteRefusal, pasteRefusals } from '../cells/plan-paste.ts';
import { type CellValue, cellText, type UnitNames } from '../cells/read-cell.ts';
import type { CellEdit } from '../stage/stage.ts';

interface PasteDialogProps {
  readonly roster: Roster;
  readonly plan: PastePlan;
  readonly units: UnitNames;
  readonly onPut: (edits: readonly CellEdit[]) => void;
  readonly onClose: () => void;
}

const refusalWords: Readonly<Record<PasteRefusal, string>> = {
  'not-editable': 'kolom tidak dapat diisi',
  unreadable: 'isi tidak terbaca untuk kolomnya',
  masked: 'NIK tersamar tidak dapat ditempel',
  outside: 'di luar baris atau kolom daftar',
};

/** More nobody reads. */
const shownCells = 100;

export function PasteDialog({ roster, plan, units, onPut, onClose }: PasteDialogProps) {
  const { edits, refused, same } = plan;
  const rows = new Set(edits.map(({ entryId }) => entryId)).size;
  return (
    <Modal
      opened
      onClose={onClose}
      size={760}
      title="Tempel ke daftar"
      closeButtonProps={{ 'aria-label': 'Tutup' }}
    >
      <Stack gap="sm">
        <Text size="sm" role="status">
          {formatCount(edits.length)} sel di {formatCount(rows)} baris berubah
          {same === 0 ? '' : `, ${formatCount(same)} sudah sama`}
          {refused.length === 0 ? '' : `, ${formatCount(refused.length)} tidak dapat ditempel`}.
        </Text>
        {edits.length === 0 ? null : <Changes roster={roster} edits={edits} units={units} />}
        {refused.length === 0 ? null : <Refused roster={roster} refused={refused} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Batal
          </Button>
          <Button data-autofocus disabled={edits.length === 0} onClick={() => onPut(edits)}>
            Tempel {formatCount(edits.length)} sel
          </Button>
        </Group>
        <Text size="xs" c="dimmed" ta="right">
          Yang ditempel belum tersimpan sampai Anda memilih Simpan.
        </Text>
      </Stack>
    </Modal>
  );
}

interface ChangesProps {
  readonly roster: Roster;
  readonly edits: readonly CellEdit[];
  readonly units: UnitNames;
}

function Changes({ roster, edits, units }: ChangesProps) {
  return (
    <ScrollArea.Autosize mah={240} type="auto">
      <Table stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Nama</Table.Th>
            <Table.Th>Kolom</Table.Th>
            <Table.Th>Sekarang</Table.Th>
            <Table.Th>Menjadi</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {edits.slice(0, shownCells).map(({ entryId, name, field, stored, value }) => {
            const key = columnOfField(field);
            const column = key === null ? null : editableColumn(roster, key);
            if (key === null || column === null) return null;
            const text = (one: CellValue) => cellText(column, one, units) || '–';
            return (
              <Table.Tr key={`${entryId}-${field}`}>
                <Table.Td>{name}</Table.Td>
                <Table.Td>{rosterColumnLabel(roster, key)}</Table.Td>
                <Table.Td c="dimmed">{text(stored)}</Table.Td>
                <Table.Td>{text(value)}</Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
      {edits.length <= shownCells ? null : (
        <Text size="sm" c="dimmed" mt={4}>
          dan {formatCount(edits.length - shownCells)} sel lain.
        </Text>
      )}
    </ScrollArea.Autosize>
  );
}

function Refused({ roster, refused }: { readonly roster: Roster } & Pick<PastePlan, 'refused'>) {
  const groups = pasteRefusals
    .map((reason) => ({ reason, cells: refused.filter((one) => one.reason === reason) }))
    .filter(({ cells }) => cells.length > 0);
  return (
    <div>
      <Title order={3} mb={4}>
        Tidak ditempel
      </Title>
      <Stack gap={2}>
        {groups.map(({ reason, cells }) => (
          <Text key={reason} size="sm">
            {formatCount(cells.length)} sel: {refusalWords[reason]}
            <Text span c="dimmed" size="sm">
              {' '}
              (
              {cells
                .slice(0, 3)
                .map(({ row, column, text }) =>
                  [
                    `baris ${formatCount(row + 1)}`,
                    column === null ? '' : rosterColumnLabel(roster, column),
                    text === '' ? 'kosong' : `“${text.slice(0, 30)}”`,
                  ]
                    .filter((part) => part !== '')
                    .join(' '),
                )
                .join('; ')}
              {cells.length > 3 ? '; …' : ''})
            </Text>
          </Text>
        ))}
      </Stack>
    </div>
  );
}
