import { useMemo } from 'react';
import type { Unit } from '../../../../contract/store-routes.ts';
import type { Roster } from '../../../../domain/segments.ts';
import { useRoute } from '../../../bridge/use-engine.ts';
import { unitOptions } from '../../../parts/unit-select.tsx';
import type { UnitNames } from './read-cell.ts';

/** The units a roster may point at, by name. */
export function useUnitNames(roster: Roster): UnitNames {
  const units = useRoute('unit.list', {});
  return useMemo(() => unitNames(units.data ?? [], roster), [units.data, roster]);
}

/** A village is found by its name with the kecamatan, or by the name alone where there is only one of it. */
export function unitNames(units: readonly Unit[], roster: Roster): UnitNames {
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

function keyOf(text: string): string {
  return text.trim().toLowerCase().replaceAll(/\s+/g, ' ');
}
