/** An own row while it is typed: figures as text, read when saved. */
import type { OwnTariffView, TariffRowView } from '../../../contract/tariff-routes.ts';
import type { FundKind } from '../../../domain/segments.ts';
import { rateText, typedRate, typedRupiah } from './typed-figures.ts';

export interface FigureDraft {
  /** Percent, or rupiah. */
  readonly value: string;
  /** JHT of a bracket. */
  readonly second: string;
  /** Funds a relief applies to. */
  readonly funds: readonly FundKind[];
}

const plain = (amount: number): string => String(amount).replace(/\B(?=(?:\d{3})+$)/g, '.');

/** What stands in the form at first: the row's present figure. */
export function draftOf({ figure }: TariffRowView): FigureDraft {
  const empty: FigureDraft = { value: '', second: '', funds: [] };
  switch (figure.kind) {
    case 'rate':
      return { ...empty, value: rateText(figure.millionths) };
    case 'bracket':
      return { ...empty, value: plain(figure.jkk), second: plain(figure.jht) };
    case 'bpu-jkm':
    case 'ceiling':
      return { ...empty, value: plain(figure.amount) };
    case 'relief':
      return {
        ...empty,
        value: rateText(figure.payShareMillionths),
        funds: figure.appliesTo,
      };
    default:
      return empty;
  }
}

/** The own row's value, or null while a figure does not read. */
export function figureFrom(row: TariffRowView, draft: FigureDraft): OwnTariffView['value'] | null {
  const { figure } = row;
  switch (figure.kind) {
    case 'rate': {
      const millionths = typedRate(draft.value);
      return millionths === null ? null : { ...figure, millionths };
    }
    case 'bracket': {
      const jkk = typedRupiah(draft.value);
      const jht = typedRupiah(draft.second);
      return jkk === null || jht === null ? null : { kind: 'bracket', no: figure.no, jkk, jht };
    }
    case 'bpu-jkm':
    case 'ceiling': {
      const amount = typedRupiah(draft.value);
      return amount === null ? null : { ...figure, amount };
    }
    case 'relief': {
      const payShareMillionths = typedRate(draft.value);
      if (payShareMillionths === null) return null;
      const appliesTo = [...draft.funds];
      const without = (kinds: readonly FundKind[]) =>
        kinds.filter((kind) => !appliesTo.includes(kind));
      const excludes = without(figure.excludes);
      const unclear = without(figure.unclear);
      return { ...figure, replaces: row.id, payShareMillionths, appliesTo, excludes, unclear };
    }
    default:
      return null;
  }
}
