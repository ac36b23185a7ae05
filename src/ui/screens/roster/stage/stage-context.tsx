/** What is typed into the rosters and not yet saved; it outlives the screens, not the open file. */
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { type Roster, rosters } from '../../../../domain/segments.ts';
import { useUnsaved } from '../../../app/unsaved.tsx';
import { rosterInSentence } from '../../../words/labels.ts';
import {
  type CellEdit,
  countCells,
  dropRows,
  emptyStage,
  putCells,
  rebaseRow,
  redoStep,
  type Stage,
  undoStep,
} from './stage.ts';

type Stages = Readonly<Record<Roster, Stage>>;

/** The stage of one roster and what can be done with it. */
export interface StageHandle {
  readonly stage: Stage;
  readonly put: (edits: readonly CellEdit[]) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly drop: (entryIds: readonly number[]) => void;
  readonly rebase: (entryId: number, version: number) => void;
  /** Forgets everything, also what could be undone. */
  readonly clear: () => void;
}

type Change = (roster: Roster, next: (stage: Stage) => Stage) => void;

const StageContext = createContext<{ readonly stages: Stages; readonly change: Change } | null>(
  null,
);

const nothing: Stages = { 'non-asn': emptyStage, desa: emptyStage, rentan: emptyStage };

/** Keeps the stages of the three rosters, and says of what waits in them before the file is closed. */
export function StageProvider({ children }: { readonly children: ReactNode }) {
  const [stages, setStages] = useState(nothing);
  const { report } = useUnsaved();
  useEffect(() => {
    report(
      rosters
        .map((one) => ({ where: rosterInSentence[one], changes: countCells(stages[one]) }))
        .filter(({ changes }) => changes > 0),
    );
  }, [stages, report]);
  useEffect(() => () => report([]), [report]);
  const value = useMemo(
    () => ({
      stages,
      change: (roster: Roster, next: (stage: Stage) => Stage) =>
        setStages((now) => ({ ...now, [roster]: next(now[roster]) })),
    }),
    [stages],
  );
  return <StageContext value={value}>{children}</StageContext>;
}

/** The stage of a roster; only below `StageProvider`. */
export function useStage(roster: Roster): StageHandle {
  const context = useContext(StageContext);
  if (context === null) throw new Error('no stage above this component');
  const { stages, change } = context;
  const stage = stages[roster];
  return useMemo(
    () => ({
      stage,
      put: (edits) => change(roster, (now) => putCells(now, edits)),
      undo: () => change(roster, undoStep),
      redo: () => change(roster, redoStep),
      drop: (ids) => change(roster, (now) => dropRows(now, ids)),
      rebase: (id, version) => change(roster, (now) => rebaseRow(now, id, version)),
      clear: () => change(roster, () => emptyStage),
    }),
    [stage, change, roster],
  );
}
