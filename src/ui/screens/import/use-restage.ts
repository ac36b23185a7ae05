/** Reads the file of a plan anew with other choices; the old plan is dropped. */
import { useLocation } from 'wouter';
import type { Batch, ImportChoices } from '../../../contract/import-routes.ts';
import { places } from '../../app/places.ts';
import { useBridge } from '../../bridge/bridge-context.tsx';
import { useCommand, useJob } from '../../bridge/use-engine.ts';
import { usePickedFiles } from './picked-files.tsx';

/** Choices in place of those the plan was made with; the others stay. */
export type ChangedChoices = Partial<Omit<ImportChoices, 'leaveScope'>> & {
  readonly leaveScope?: ImportChoices['leaveScope'] | undefined;
};

/**
 * The reading job, and `restage`, which starts it. `file` is null when the plan can no longer be changed, or when its
 * file must be chosen again because Padan was closed since: `chooseAgain` does that, and knows the file by its content.
 */
export function useRestage(batch: Batch) {
  const stage = useJob('import.stage');
  const discard = useCommand('import.discard');
  const picked = usePickedFiles();
  const [, navigate] = useLocation();
  const known = useJob('import.inspect');
  const { shell } = useBridge();
  const file = batch.state === 'staged' ? picked.fileOf(batch.id) : null;

  async function restage(changes: ChangedChoices) {
    if (file === null) return;
    const { leaveScope, ...choices } = { ...batch.choices, ...changes };
    const next = await stage.run({
      file,
      kind: batch.kind,
      again: true,
      insteadOf: batch.id,
      ...choices,
      ...(choices.mode === 'replace' && leaveScope !== undefined ? { leaveScope } : {}),
    });
    if (next === null) return;
    picked.staged(file, next.id, batch.id);
    if (next.id !== batch.id) {
      // The old plan is superseded; if it is already gone, nothing is lost.
      await discard.mutateAsync({ batchId: batch.id }).catch(() => undefined);
    }
    navigate(places.batch(next.id));
  }

  async function chooseAgain() {
    const [chosen] = await shell.openTables();
    if (chosen === undefined) return;
    const found = await known.run({ file: chosen.file, planOf: batch.id });
    if (found !== null) picked.staged(chosen.file, batch.id);
  }

  return { stage, file, restage, chooseAgain, choosing: known.running, wrongFile: known.error };
}
