/** Reads a file into a plan and goes there. */
import { useLocation } from 'wouter';
import type { ImportKind } from '../../../domain/segments.ts';
import { places } from '../../app/places.ts';
import { useJob } from '../../bridge/use-engine.ts';
import type { ModeChoice } from './import-mode.tsx';
import { usePickedFiles } from './picked-files.tsx';

/** The staging job, and `read`, which starts it; `again` reads a file that was imported before. */
export function useStageFile() {
  const picked = usePickedFiles();
  const stage = useJob('import.stage');
  const [, navigate] = useLocation();

  async function read(file: string, kind: ImportKind, again: boolean, how?: ModeChoice) {
    const batch = await stage.run({ file, kind, ...how, ...(again ? { again } : {}) });
    if (batch === null) return;
    picked.staged(file, batch.id);
    navigate(places.batch(batch.id));
  }

  return { stage, read };
}
