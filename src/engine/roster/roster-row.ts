import type { RosterRow } from '../../contract/roster-routes.ts';
import { maskIdentifier } from '../../domain/clean-identifier.ts';
import type { RosterPageRow } from '../../store/roster-page.ts';

/** As the grid shows it: the NIK masked, the wage in whole rupiah. */
export function asRosterRow({ nik, wageSen, ...row }: RosterPageRow): RosterRow {
  return {
    ...row,
    nikMasked: nik === null ? null : maskIdentifier(nik),
    wage: wageSen === null ? null : Math.trunc(wageSen / 100),
  };
}
