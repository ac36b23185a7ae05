import type { Confidence } from './resource-schema.ts';
import { rowIdOfBracket, shippedFigures } from './tariff-figures.ts';
import type { TariffTable } from './tariff-table.ts';

/** A person's word that a shipped row stands like this in the text of the law. */
export interface Confirmation {
  /** Id of the row; a bracket's is `table/no`. */
  readonly row: string;
  /** The figure that was compared; the word holds only as long as the row still says this. */
  readonly figure: string;
  readonly by: string;
  /** Moment, ISO. */
  readonly at: string;
  /** Where it was read, as typed. */
  readonly note: string;
}

/** The table with every row confirmed at its present figure marked verified. A figure that changed since is not. */
export function confirmRows(
  table: TariffTable,
  confirmations: readonly Confirmation[],
): TariffTable {
  if (confirmations.length === 0) return table;
  const figures = shippedFigures(table);
  const sure = new Set(
    confirmations.filter(({ row, figure }) => figures.get(row) === figure).map(({ row }) => row),
  );
  const confidence = (id: string, before: Confidence): Confidence =>
    sure.has(id) ? 'verified' : before;
  const confirm = <T extends { readonly id: string; readonly confidence: Confidence }>(
    row: T,
  ): T => ({
    ...row,
    confidence: confidence(row.id, row.confidence),
  });
  return {
    ...table,
    rates: table.rates.map(confirm),
    ceilings: table.ceilings.map(confirm),
    floors: table.floors.map(confirm),
    reliefs: table.reliefs.map(confirm),
    pensionAges: table.pensionAges.map(confirm),
    bpuAge: confirm(table.bpuAge),
    bpuTables: table.bpuTables.map((bpu) => ({
      ...bpu,
      jkmConfidence: confidence(bpu.id, bpu.jkmConfidence),
      rows: bpu.rows.map((row) => ({
        ...row,
        confidence: confidence(rowIdOfBracket(bpu.id, row.no), row.confidence),
      })),
    })),
  };
}
