/** What a person chose for a file, checked. */
import type {
  ColumnChoice,
  ImportChoices,
  ImportMode,
  LeaveScope,
} from '../../contract/import-routes.ts';
import { AppError } from '../../domain/app-error.ts';
import type { ImportKind } from '../../domain/segments.ts';
import { datePurpose } from './column-profile.ts';
import { type Field, fieldsOf, isRosterKind } from './fields.ts';
import type { OpenFileInput } from './open-file.ts';

export interface ModeInput {
  readonly mode?: ImportMode | undefined;
  readonly leaveScope?: LeaveScope | undefined;
}

/** A letter, a digit, a quote or a line's end parts no columns. */
const unfitDelimiter = /[\p{L}\p{N}"'\r\n\ufeff]/u;

function fits(kind: ImportKind, field: string, choice: ColumnChoice): boolean {
  const known = fieldsOf(kind).find((one): one is Field => one === field);
  if (known === undefined) return false;
  if (choice === 'comma' || choice === 'dot') return known === 'wage';
  return datePurpose[known] !== undefined;
}

/** The choices with what is usual for those not made. Throws `input.invalid` for a choice that fits nothing. */
export function choicesOf(input: OpenFileInput & ModeInput): ImportChoices {
  const { kind, mode = 'update', leaveScope, mapping = {}, encoding, delimiter } = input;
  const { decisions = {} } = input;
  // A BPJS file always renews the whole export of its employer and period.
  if (!isRosterKind(kind) && mode !== 'update') {
    throw new AppError('input.invalid', { at: { field: 'mode' } });
  }
  if (leaveScope !== undefined && mode !== 'replace') {
    throw new AppError('input.invalid', { at: { field: 'leaveScope' } });
  }
  if (delimiter !== undefined && unfitDelimiter.test(delimiter)) {
    throw new AppError('input.invalid', { at: { field: 'delimiter' } });
  }
  for (const [field, choice] of Object.entries(decisions)) {
    if (!fits(kind, field, choice)) {
      throw new AppError('input.invalid', { at: { field: `decisions.${field}` } });
    }
  }
  return {
    mode,
    leaveScope: leaveScope ?? 'units',
    mapping: { ...mapping },
    decisions: { ...decisions },
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter }),
  };
}
