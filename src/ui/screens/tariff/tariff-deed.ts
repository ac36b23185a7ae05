import type { TariffRowView } from '../../../contract/tariff-routes.ts';

/** What is being done to rows of the tariff table, in a dialog. */
export type TariffDeed =
  | { readonly kind: 'override'; readonly row: TariffRowView }
  | { readonly kind: 'confirm'; readonly rows: readonly TariffRowView[] };
