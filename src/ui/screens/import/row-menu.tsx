/** What can be decided about one row of a plan that waits. */
import { ActionIcon, Menu } from '@mantine/core';
import { IconDotsVertical } from '@tabler/icons-react';
import type { RowDecision } from '../../../contract/import-edit-routes.ts';
import type { StagedRow } from '../../../contract/import-routes.ts';
import { useCommand } from '../../bridge/use-engine.ts';
import { showError } from '../../parts/show-error.tsx';
import { formatCount } from '../../words/format.ts';

/** Codes about which a person may say who is meant. */
const clashes: ReadonlySet<string> = new Set([
  'duplicate.in-file',
  'nik.of-two-people',
  'nik.other-person',
  'nik.differs-from-roster',
]);

interface RowMenuProps {
  readonly row: StagedRow;
  readonly batchId: number;
}

/** Only what the row's state allows. */
export function RowMenu({ row, batchId }: RowMenuProps) {
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
          {excluded ? 'Ikutkan lagi' : 'Kecualikan baris ini'}
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

/** A row that waits because it clashes with somebody, or a namesake of another row of the file. */
export function mayBeDecided(row: StagedRow): boolean {
  const conflict = row.action === 'conflict' && row.issues.some(({ code }) => clashes.has(code));
  const namesake = row.issues.some(
    ({ code, params }) => code === 'duplicate.same-name' && params?.['seq'] !== undefined,
  );
  return conflict || (namesake && row.action !== 'same');
}
