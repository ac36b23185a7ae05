/** What stands against saving, row by row: changed elsewhere, gone, or a value that cannot be kept. */
import { Button, Group, Modal, ScrollArea, Stack, Table, Text } from '@mantine/core';
import { columnOfField, editableColumn } from '../../../../contract/roster-columns.ts';
import type { Roster } from '../../../../domain/segments.ts';
import { formatCount } from '../../../words/format.ts';
import { type CellValue, cellText, type UnitNames } from '../cells/read-cell.ts';
import { fieldName } from '../stage/shown-row.ts';
import type { StageHandle } from '../stage/stage-context.tsx';
import type { SaveAnswer } from './use-save-stage.ts';

interface SettleDialogProps {
  readonly roster: Roster;
  readonly answer: SaveAnswer;
  readonly handle: StageHandle;
  readonly units: UnitNames;
  readonly onClose: () => void;
}

/** Nothing was saved; each row is kept or let go of here, then saved again. */
export function SettleDialog({ roster, answer, handle, units, onClose }: SettleDialogProps) {
  const { stage, drop, rebase } = handle;
  const open = (entryId: number) => stage.rows.get(entryId);
  const conflicts = answer.conflicts.filter(
    ({ entryId, version }) => open(entryId) !== undefined && open(entryId)?.version !== version,
  );
  const invalid = answer.invalid.filter(({ entryId }) => open(entryId) !== undefined);
  // Namesakes are told apart by what was typed for them.
  const typed = (entryId: number) =>
    [...(open(entryId)?.cells ?? [])]
      .map(([field, value]) => `${fieldName(roster, field)} ${quoted(roster, field, value, units)}`)
      .join(', ');
  return (
    <Modal
      opened
      onClose={onClose}
      size={760}
      title="Belum dapat disimpan"
      closeButtonProps={{ 'aria-label': 'Tutup' }}
    >
      <Stack gap="sm">
        <Text size="sm" role="status">
          {conflicts.length + invalid.length === 0
            ? 'Semua sudah diputuskan. Pilih Simpan sekali lagi.'
            : `${formatCount(conflicts.length + invalid.length)} baris perlu diputuskan. Tidak ada yang tersimpan.`}
        </Text>
        <ScrollArea.Autosize mah={340} type="auto">
          <Table>
            <Table.Tbody>
              {conflicts.map(({ entryId, name, reason, version }) => (
                <Table.Tr key={entryId}>
                  <Table.Td>{name === '' ? open(entryId)?.name : name}</Table.Td>
                  <Table.Td>
                    {reason === 'gone'
                      ? 'Sudah tidak ada di daftar'
                      : `Diubah di tempat lain; yang Anda ketik: ${typed(entryId)}`}
                  </Table.Td>
                  <Table.Td ta="right" style={{ whiteSpace: 'nowrap' }}>
                    <Group gap={6} justify="flex-end" wrap="nowrap">
                      {reason === 'gone' ? null : (
                        <Button
                          variant="default"
                          size="compact-sm"
                          onClick={() => rebase(entryId, version)}
                        >
                          Tetap pakai
                        </Button>
                      )}
                      <Button variant="default" size="compact-sm" onClick={() => drop([entryId])}>
                        Buang
                      </Button>
                    </Group>
                  </Table.Td>
                </Table.Tr>
              ))}
              {invalid.map(({ entryId, name, fields }) => (
                <Table.Tr key={entryId}>
                  <Table.Td>{name}</Table.Td>
                  <Table.Td>
                    Tidak dapat disimpan:{' '}
                    {fields.map((field) => fieldName(roster, field)).join(', ')}
                  </Table.Td>
                  <Table.Td ta="right">
                    <Button variant="default" size="compact-sm" onClick={() => drop([entryId])}>
                      Buang
                    </Button>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </ScrollArea.Autosize>
        <Group justify="flex-end">
          <Button onClick={onClose}>Tutup</Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function quoted(roster: Roster, field: string, value: CellValue, units: UnitNames): string {
  const key = columnOfField(field);
  const column = key === null ? null : editableColumn(roster, key);
  const text = column === null ? '' : cellText(column, value, units);
  return text === '' ? '(dikosongkan)' : `“${text}”`;
}
