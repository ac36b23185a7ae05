import { useDebouncedValue } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import type { Roster } from '../../../domain/segments.ts';
import { useRoute } from '../../bridge/use-engine.ts';
import { type EntryDraft, readDraft } from './entry-draft.ts';

/** The form's text, what it reads as, and what the engine says of it once typing has paused. */
export function useEntryForm(roster: Roster, entryId: number | null, initial: EntryDraft) {
  const [draft, setDraft] = useState(initial);
  const stored = entryId === null ? null : initial;
  const read = useMemo(() => readDraft(draft, stored), [draft, stored]);
  const [settled] = useDebouncedValue(read, 250);
  const touched = draft !== initial;
  const check = useRoute(
    'roster.check',
    { roster, entryId, fields: settled.fields },
    { enabled: touched, keep: true },
  );
  const findings = touched ? (check.data?.findings ?? []) : [];
  return {
    draft,
    setDraft,
    ...read,
    findings,
    sameNik: check.data?.sameNik ?? [],
    /** The engine's word is about what now stands in the form. */
    checked: settled === read && check.data !== undefined && !check.isPlaceholderData,
    sound: read.unread.length === 0 && findings.every((one) => one.severity !== 'error'),
    changed: Object.keys(read.fields).length > 0 || read.unread.length > 0,
  };
}
