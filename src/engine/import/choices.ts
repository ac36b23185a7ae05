/** What a person chose for a file, checked. */
import type { ImportChoices, ImportMode, LeaveScope } from '../../contract/import-routes.ts';
import { AppError } from '../../domain/app-error.ts';
import { isRosterKind } from './fields.ts';
import type { OpenFileInput } from './open-file.ts';

export interface ModeInput {
  readonly mode?: ImportMode | undefined;
  readonly leaveScope?: LeaveScope | undefined;
}

/** The choices with what is usual for those not made. Throws `input.invalid` for a choice that fits nothing. */
export function choicesOf(input: OpenFileInput & ModeInput): ImportChoices {
  const { kind, mode = 'update', leaveScope, mapping = {}, encoding, delimiter } = input;
  // A BPJS file always renews the whole export of its employer and period.
  if (!isRosterKind(kind) && mode !== 'update') {
    throw new AppError('input.invalid', { at: { field: 'mode' } });
  }
  if (leaveScope !== undefined && mode !== 'replace') {
    throw new AppError('input.invalid', { at: { field: 'leaveScope' } });
  }
  return {
    mode,
    leaveScope: leaveScope ?? 'units',
    mapping: { ...mapping },
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter }),
  };
}
