/** Fund sources to pick from: those everybody has and the regency's own. */
import type { FundView } from '../../contract/fund-routes.ts';
import {
  type FundSource,
  fundKindOf,
  fundSources,
  inFundOrder,
  isFundSource,
} from '../../domain/segments.ts';
import { useRoute } from '../bridge/use-engine.ts';
import { fundSourceLabel } from '../words/labels.ts';

const everybodys: readonly FundView[] = fundSources.map((id) => ({
  id,
  name: fundSourceLabel(id),
  kind: fundKindOf(id),
  own: null,
}));

/** The list; those everybody has while it is not there yet. */
export function useFundList(): readonly FundView[] {
  return useRoute('fund.list', {}).data ?? everybodys;
}

interface FundChoice {
  readonly value: FundSource;
  readonly label: string;
}

/** `picked` is offered too when the list no longer holds it: a value must not change by being looked at. */
export function useFundChoices(picked?: string | null): FundChoice[] {
  const ids: readonly string[] = useFundList().map(({ id }) => id);
  const shown = picked != null && isFundSource(picked) ? [...ids, picked] : ids;
  return inFundOrder(shown).map((value) => ({ value, label: fundSourceLabel(value) }));
}

/** What a field picked; the usual source of a regency where it names none. */
export function fundOrUsual(picked: string): FundSource {
  return isFundSource(picked) ? picked : 'apbd-pad';
}
