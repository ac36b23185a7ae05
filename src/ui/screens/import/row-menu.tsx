/** What can be decided about one row of a plan that waits. */
import { ActionIcon, Menu } from '@mantine/core';
import { IconDotsVertical } from '@tabler/icons-react';
import { shownText } from '../../../contract/cell-text.ts';
import type { FixableField, RowDecision } from '../../../contract/import-edit-routes.ts';
import type { StagedRow } from '../../../contract/import-routes.ts';
import { suggestedFixes } from '../../../contract/suggested-fixes.ts';
import { useCommand } from '../../bridge/use-engine.ts';
import { showError } from '../../parts/show-error.tsx';
import { formatCount } from '../../words/format.ts';
import type { Editing } from './value-cell.tsx';

/** Codes about which a person may say who is meant. */
const clashes: ReadonlySet<string> = new Set([
  'duplicate.in-file',
  'nik.of-two-people',
  'nik.other-person',
  'nik.differs-from-roster',
]);

interface RowMenuProps {
  readonly row: StagedRow;
  readonly editing: Editing;
}

/** Only what the row's state allows. */
export function RowMenu({ row, editing }: RowMenuProps) {
  const { batchId } = editing;
  const exclude = useCommand('import.exclude');
  const decide = useCommand('import.decide');
  const unfix = useCommand('import.unfix');
  const { seq } = row;
  const has = (code: string) => row.issues.some((issue) => issue.code === code);
  const excluded = has('row.excluded');
  const decided = has('decided.same') || has('decided.other');
  const clash = mayBeDecided(row) && !excluded;
  const fixed = Object.keys(row.original ?? {}).length > 0;
  const say = (decision: RowDecision | null) =>
    decide.mutate({ batchId, seq, decision }, { onError: showError });
  return (
    <Menu position="bottom-start" withinPortal={true}>
      <Menu.Target>
        <ActionIcon
          size="sm"
          variant="subtle"
          color="gray"
          aria-label={`Pilihan baris ${formatCount(row.row)}`}
        >
          <IconDotsVertical size={15} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {editing.cells ? <Suggestions row={row} editing={editing} /> : null}
        {clash && !decided ? (
          <>
            <Menu.Item onClick={() => say('same')}>Orang yang sama</Menu.Item>
            <Menu.Item onClick={() => say('other')}>Orang lain</Menu.Item>
          </>
        ) : null}
        {decided ? <Menu.Item onClick={() => say(null)}>Tarik keputusan</Menu.Item> : null}
        <Menu.Item
          onClick={() =>
            exclude.mutate({ batchId, seq, excluded: !excluded }, { onError: showError })
          }
        >
          {excludeLabel(row, excluded)}
        </Menu.Item>
        {fixed ? (
          <Menu.Item onClick={() => unfix.mutate({ batchId, seq }, { onError: showError })}>
            Kembalikan seperti di berkas
          </Menu.Item>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Somebody of the roster whom the file does not name can be told to stay. */
function excludeLabel({ row }: StagedRow, excluded: boolean): string {
  if (row === 0) return excluded ? 'Tandai keluar lagi' : 'Tetap tercatat, jangan keluar';
  return excluded ? 'Ikutkan lagi' : 'Kecualikan baris ini';
}

/** What the row's findings suggest for their cells, each one press away. */
function Suggestions({ row, editing }: RowMenuProps) {
  const fix = useCommand('import.fix');
  const { batchId, onFixed } = editing;
  return suggestedFixes(row.issues).map(({ field, value }) => (
    <Menu.Item
      key={`${field} ${value}`}
      onClick={() => {
        const from = shownText(row.values, row.issues, field);
        fix.mutate(
          { batchId, seq: row.seq, field, value },
          { onSuccess: () => onFixed({ field, from, to: value }), onError: showError },
        );
      }}
    >
      Pakai {suggestedText(field, value)}
    </Menu.Item>
  ));
}

function suggestedText(field: FixableField, value: string): string {
  return field === 'wage' ? `Rp${formatCount(Number(value))}` : value;
}

/** A row that waits because it clashes with somebody, or a namesake of another row of the file. */
export function mayBeDecided(row: StagedRow): boolean {
  const conflict = row.action === 'conflict' && row.issues.some(({ code }) => clashes.has(code));
  const namesake = row.issues.some(
    ({ code, params }) => code === 'duplicate.same-name' && params?.['seq'] !== undefined,
  );
  return conflict || (namesake && row.action !== 'same');
}
