import { useMemo } from 'react';
import type { FundView } from '../../../../contract/fund-routes.ts';
import type { Unit } from '../../../../contract/store-routes.ts';
import type { Roster } from '../../../../domain/segments.ts';
import { useRoute } from '../../../bridge/use-engine.ts';
import { unitOptions } from '../../../parts/unit-select.tsx';
import { useFundList } from '../../../parts/use-fund-sources.ts';
import type { UnitNames } from './read-cell.ts';

/** The units a roster may point at and the fund sources of the list, by name. */
export function useUnitNames(roster: Roster): UnitNames {
  const units = useRoute('unit.list', {});
  const funds = useFundList();
  return useMemo(
    () => ({ ...unitNames(units.data ?? [], roster), findFund: fundFinder(funds) }),
    [units.data, roster, funds],
  );
}

/** A village is found by its name with the kecamatan, or by the name alone where there is only one of it. */
export function unitNames(
  units: readonly Unit[],
  roster: Roster,
): Pick<UnitNames, 'labelOf' | 'find'> {
  const labels = new Map<number, string>();
  const byText = new Map<string, number | undefined>();
  const names = new Map(units.map(({ id, name }) => [id, name]));
  const put = (text: string, id: number) => {
    const key = keyOf(text);
    const known = byText.get(key);
    if (known !== id) byText.set(key, byText.has(key) ? undefined : id);
  };
  for (const { value, label } of unitOptions(units, roster)) {
    const id = Number(value);
    labels.set(id, label);
    put(label, id);
    put(names.get(id) ?? label, id);
  }
  return { labelOf: (id) => labels.get(id), find: (text) => byText.get(keyOf(text)) };
}

/** A fund source is found by its name, and by its id as it stands in other files. */
export function fundFinder(funds: readonly Pick<FundView, 'id' | 'name'>[]): UnitNames['findFund'] {
  const byText = new Map(funds.map(({ id }) => [keyOf(id), id]));
  // Names after ids: where one is called as another's id, the name is what is seen.
  for (const { id, name } of funds) byText.set(keyOf(name), id);
  return (text) => byText.get(keyOf(text));
}

function keyOf(text: string): string {
  return text.trim().toLowerCase().replaceAll(/\s+/g, ' ');
}
