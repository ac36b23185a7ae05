import type { Month } from './brand.ts';
import type { OwnTariffValue } from './own-tariff.ts';
import type { Confidence } from './resource-schema.ts';
import type { TariffTable } from './tariff-table.ts';

/** A figure of the tariff table: what an own row can replace, and what it cannot (floors and ages). */
export type TariffFigure =
  | Exclude<OwnTariffValue, { kind: 'bracket' }>
  | {
      readonly kind: 'bracket';
      readonly no: number;
      /** Lower bound and base, whole rupiah. */
      readonly incomeFrom: number;
      readonly base: number;
      readonly jkk: number;
      readonly jht: number;
    }
  | { readonly kind: 'floor'; readonly programme: 'jkk' | 'jkm' | 'jht' | 'jp' | 'jkp' | 'jkn' }
  | { readonly kind: 'pension-age'; readonly age: number }
  | { readonly kind: 'bpu-age'; readonly age: number };

/** One row of the table as a list shows it. */
export interface TariffFact {
  /** Id of the row; a bracket's is `table/no`. */
  readonly id: string;
  readonly figure: TariffFigure;
  /** Null: as long as there has been a table. */
  readonly from: Month | null;
  readonly to: Month | null;
  readonly source: string;
  readonly confidence: Confidence;
}

/** Id of a bracket of a BPU table. */
export function rowIdOfBracket(table: string, no: number): string {
  return `${table}/${no}`;
}

/** Every row of a shipped table in one list: rates, brackets and their JKM, ceilings, floors, reliefs, ages. */
export function tariffFacts(table: TariffTable): readonly TariffFact[] {
  const { rates, ceilings, floors, reliefs, pensionAges, bpuAge } = table;
  return [
    ...rates.map(({ programme, payer, riskClass, withJkp = false, millionths, ...row }) =>
      fact(row, { kind: 'rate', programme, payer, riskClass, withJkp, millionths }),
    ),
    ...ceilings.map(({ programme, amount, ...row }) =>
      fact(row, { kind: 'ceiling', programme, amount }),
    ),
    ...floors.map(({ programme, ...row }) => fact(row, { kind: 'floor', programme })),
    ...table.bpuTables.flatMap(bpuFacts),
    ...reliefs.map(({ id, from, to, source, confidence, own: _own, ...relief }) =>
      fact({ id, from, to, source, confidence }, { kind: 'relief', replaces: null, ...relief }),
    ),
    ...pensionAges.map(({ age, ...row }, index) => {
      const next = pensionAges[index + 1];
      return fact({ ...row, to: next?.from ?? null }, { kind: 'pension-age', age });
    }),
    fact({ ...bpuAge, from: null, to: null }, { kind: 'bpu-age', age: bpuAge.maxAtRegistration }),
  ];
}

function bpuFacts(table: TariffTable['bpuTables'][number]): TariffFact[] {
  const { id, from, to, source, jkm, jkmConfidence } = table;
  const flat = fact(
    { id, from, to, source, confidence: jkmConfidence },
    { kind: 'bpu-jkm', amount: jkm },
  );
  const brackets = table.rows.map(({ no, incomeFrom, base, jkk, jht, confidence }) =>
    fact(
      { id: rowIdOfBracket(id, no), from, to, source: `${source} baris ${no}`, confidence },
      { kind: 'bracket', no, incomeFrom, base, jkk, jht },
    ),
  );
  return [flat, ...brackets];
}

function fact(row: Omit<TariffFact, 'figure'>, figure: TariffFigure): TariffFact {
  const { id, from, to, source, confidence } = row;
  return { id, figure, from, to, source, confidence };
}

/** What each row says, as text that changes with it: a confirmation holds for this and nothing else. */
export function shippedFigures(table: TariffTable): ReadonlyMap<string, string> {
  return new Map(tariffFacts(table).map((row) => [row.id, figureText(row)]));
}

/** The text of one row's figure and months. */
export function figureText({ figure, from, to }: TariffFact): string {
  return JSON.stringify([figure, from, to]);
}
