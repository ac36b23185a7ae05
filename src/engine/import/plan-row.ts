/** What a roster row will do on commit: add, update, nothing, or wait for a person to decide. */
import type { RowDecision } from '../../contract/import-edit-routes.ts';
import type { ImportMode, RowAction, RowIssue } from '../../contract/import-routes.ts';
import { leftByList } from '../../store/import/leave-rows.ts';
import type { KnownPerson, RosterLookup } from '../../store/import/roster-lookup.ts';
import type { InFileFinding } from './in-file.ts';
import { issue } from './issues.ts';
import type { RosterValues } from './roster-row.ts';
import { namesAgree } from './same-name.ts';

export interface RowPlan {
  readonly action: RowAction;
  readonly personId: number | null;
  readonly entryId: number | null;
  readonly issues: readonly RowIssue[];
  /** For an update: the fields that change. */
  readonly changed: readonly string[];
}

type Values = RosterValues;

/** A count of each action, at nothing. */
export function noActions(): Record<RowAction, number> {
  return { add: 0, update: 0, same: 0, leave: 0, conflict: 0, reject: 0 };
}

/** In mode `add` nobody who is known changes: the row says so and does nothing. */
export function inMode(mode: ImportMode, plan: RowPlan): RowPlan {
  if (mode !== 'add' || plan.action !== 'update') return plan;
  return {
    ...plan,
    action: 'same',
    issues: [...plan.issues, issue('info', 'row', 'update.left-out')],
  };
}

const plan = (
  action: RowAction,
  person: KnownPerson | null = null,
  issues: readonly RowIssue[] = [],
  changed: readonly string[] = [],
): RowPlan => ({
  action,
  personId: person?.personId ?? null,
  entryId: person?.entryId ?? null,
  issues,
  changed,
});

/**
 * Plans a row against the store. By NIK first: the same NIK is the same person when name or birth date agree, and
 * a conflict when neither does. Without a NIK on either side, by name, birth date and unit. Never merges by name
 * alone, and a person of another roster gets a second entry, not a second person. Where it would end in a
 * conflict, a person's decision settles who is meant.
 */
export function planRow(
  values: Values,
  lookup: RosterLookup,
  decision: RowDecision | null = null,
): RowPlan {
  if (values.name === '') return plan('reject');
  if (!lookup.anyone) return plan('add');
  if (values.nik !== null) {
    const holders = lookup.byNik(values.nik);
    if (holders.length > 0) return planByNik(values, holders, decision);
  }
  return planByName(values, lookup.byNameAndBirth(values.nameKey, values.birthDate), decision);
}

/** Plans a row with what was found about it in its own file, which is looked at first. */
export function planWithTwin(
  values: Values,
  twin: InFileFinding | null,
  lookup: RosterLookup,
  decision: RowDecision | null = null,
): RowPlan {
  if (twin === null) return planRow(values, lookup, decision);
  const mayBeDecided = twin.action === 'conflict' || twin.action === 'add';
  if (mayBeDecided && decision === 'same') return plan('same', null, [settled(twin.issue)]);
  if (twin.action !== 'add' && !(mayBeDecided && decision === 'other')) {
    return plan(twin.action, null, [twin.issue]);
  }
  const byStore = planRow(values, lookup, decision);
  const found = decision === null ? twin.issue : settled(twin.issue);
  return { ...byStore, issues: [...byStore.issues, found] };
}

/** A finding about which a person has decided is kept, and asks for nothing. */
function settled(found: RowIssue): RowIssue {
  return { ...found, severity: 'info' };
}

/** A clash with somebody in the store, as it was decided; without a decision it waits. */
function planClash(
  values: Values,
  other: KnownPerson,
  found: RowIssue,
  decision: RowDecision | null,
): RowPlan {
  if (decision === null) return plan('conflict', other, [found]);
  if (decision === 'other') return plan('add', null, [settled(found)]);
  const same = planForPerson(values, other);
  return { ...same, issues: [...same.issues, settled(found)] };
}

function planByNik(
  values: Values,
  holders: readonly KnownPerson[],
  decision: RowDecision | null,
): RowPlan {
  const fitting = holders.filter((holder) => samePerson(values, holder));
  const person = fitting.find(({ entryId }) => entryId !== null) ?? fitting[0];
  if (person !== undefined) return planForPerson(values, person);
  const other = holders.find(({ entryId }) => entryId !== null) ?? holders[0];
  if (other === undefined) return plan('add');
  const found = issue('error', 'nik', 'nik.other-person', { other: other.name });
  return planClash(values, other, found, decision);
}

function samePerson(values: Values, known: KnownPerson): boolean {
  if (values.birthDate !== null && values.birthDate === known.birthDate) return true;
  return values.nameKey === known.nameKey || namesAgree(values.name, known.name);
}

function planForPerson(values: Values, person: KnownPerson): RowPlan {
  const elsewhere: RowIssue[] =
    person.otherRosters === null
      ? []
      : [issue('info', 'nik', 'duplicate.other-roster', { rosters: person.otherRosters })];
  if (person.entryId === null) return plan('add', person, elsewhere);
  const changed = changedFields(values, person);
  if (changed.includes('statusReason')) elsewhere.push(issue('info', 'status', 'leave.returned'));
  return plan(changed.length > 0 ? 'update' : 'same', person, elsewhere, changed);
}

function planByName(
  values: Values,
  namesakes: readonly KnownPerson[],
  decision: RowDecision | null,
): RowPlan {
  const sameUnit = namesakes.filter(
    ({ entryId, unitId }) =>
      entryId !== null && unitId === values.unitId && values.newUnit === null,
  );
  const open = sameUnit.filter(({ nik }) => nik === null || values.nik === null);
  const only = open[0];
  if (only !== undefined && open.length === 1) return planForPerson(values, only);
  const other = sameUnit[0];
  if (other !== undefined && values.birthDate !== null) {
    const found = issue('warning', 'nik', 'nik.differs-from-roster', { other: other.name });
    return planClash(values, other, found, decision);
  }
  const known = namesakes[0];
  if (known === undefined || values.birthDate === null) return plan('add');
  return plan('add', null, [
    issue('info', 'name', 'duplicate.same-name', { rosters: rostersOf(known) }),
  ]);
}

function rostersOf(person: KnownPerson): string {
  return person.otherRosters ?? '';
}

/** Fields in which the file says something else than the store; what the file leaves empty changes nothing. */
function changedFields(values: Values, known: KnownPerson): string[] {
  const changed: string[] = [];
  if (values.nameKey !== known.nameKey) changed.push('name');
  const compared = [
    'nik',
    'birthDate',
    'birthPlace',
    'sex',
    'marital',
    'address',
    'phone',
    'position',
    'jobKind',
    'kpj',
    'wageSen',
    'fundSource',
    'startDate',
    'endDate',
    'decree',
    'nip',
    'desil',
    'dtsenId',
    'note',
  ] as const;
  for (const field of compared) {
    if (values[field] !== null && values[field] !== known[field]) changed.push(field);
  }
  if (values.deceased === 1 && known.deceased === 0) changed.push('deceased');
  if (values.newUnit !== null) changed.push('unit');
  else if (values.unitId !== null && values.unitId !== known.unitId) changed.push('unit');
  if (values.position !== null && values.employerGroup !== known.employerGroup) {
    changed.push('employerGroup');
  }
  // Who left only because a full list did not name them is back when a list names them again.
  if (known.status === 'keluar' && known.statusReason === leftByList) {
    changed.push('status', 'statusReason');
  }
  // The life of an entry only moves forward here: a clean NIK verifies what was merely proposed.
  if (values.status === 'terverifikasi' && known.status === 'diusulkan') changed.push('status');
  return changed;
}
