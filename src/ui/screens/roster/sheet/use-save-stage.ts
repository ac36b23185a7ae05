import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import type { RouteOut } from '../../../../contract/routes.ts';
import type { Roster } from '../../../../domain/segments.ts';
import { useJob } from '../../../bridge/use-engine.ts';
import { showError } from '../../../parts/show-error.tsx';
import { formatCount } from '../../../words/format.ts';
import { errorCells } from '../stage/shown-row.ts';
import type { StageHandle } from '../stage/stage-context.tsx';
import { stagedRows, type Verdicts } from '../stage/use-stage-checks.ts';

export type SaveAnswer = RouteOut<'roster.saveCells'>;

/** Saving all that waits, and what has to be settled first. */
export function useSaveStage(roster: Roster, handle: StageHandle, verdicts: Verdicts) {
  const job = useJob('roster.saveCells');
  const [open, setOpen] = useState<SaveAnswer | null>(null);
  const { stage, clear } = handle;
  let errors = 0;
  for (const row of stage.rows.values()) errors += errorCells(verdicts.get(row.entryId), row);

  async function save() {
    if (stage.rows.size === 0 || job.running) return;
    const answer = await job.run({ roster, rows: stagedRows(stage) });
    if (answer === null) return;
    if (answer.conflicts.length > 0 || answer.invalid.length > 0) {
      setOpen(answer);
      return;
    }
    clear();
    notifications.show({
      title: `Perubahan ${formatCount(answer.saved)} orang disimpan`,
      message: 'Dapat diurungkan dari Riwayat.',
    });
  }

  return {
    /** Cells that cannot be saved as typed. */
    errors,
    job,
    save: () => void save().catch(showError),
    /** What stood against saving. */
    open,
    close: () => setOpen(null),
  };
}
