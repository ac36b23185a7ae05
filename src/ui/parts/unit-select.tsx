/** Picks one unit of a roster: an OPD, or a village within its kecamatan. */
import { type OptionsFilter, Select } from '@mantine/core';
import { useMemo } from 'react';
import type { Unit } from '../../contract/store-routes.ts';
import type { Roster } from '../../domain/segments.ts';
import { useRoute } from '../bridge/use-engine.ts';

interface UnitSelectProps {
  /** Units of every roster, when left out. */
  readonly roster?: Roster | undefined;
  readonly value: number | null;
  readonly onChange: (unitId: number | null) => void;
  /** What it says while no unit is picked; every unit, when left out. */
  readonly placeholder?: string;
  readonly width?: number | string;
  /** Shown above the field; unseen, when left out. */
  readonly label?: string;
}

/** Village names repeat within a regency, so each is shown with its kecamatan. */
export function UnitSelect(props: UnitSelectProps) {
  const { roster, value, onChange, placeholder, width = 220, label } = props;
  const units = useRoute('unit.list', {});
  const options = useMemo(() => unitOptions(units.data ?? [], roster), [units.data, roster]);
  const kind = roster === undefined ? 'Unit' : roster === 'non-asn' ? 'OPD' : 'Wilayah';
  return (
    <Select
      label={label}
      aria-label={label ?? kind}
      placeholder={placeholder ?? `Semua ${kind === 'OPD' ? kind : kind.toLowerCase()}`}
      w={width}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': 'Semua unit' }}
      limit={100}
      filter={unitsByName}
      data={[...options]}
      value={value === null ? null : String(value)}
      onChange={(next) => onChange(next === null ? null : Number(next))}
      comboboxProps={{ width: 340, position: 'bottom-start' }}
    />
  );
}

/** Options for the picker; a kecamatan stands for all of its villages. */
export function unitOptions(
  units: readonly Unit[],
  roster: Roster | undefined,
): readonly { readonly value: string; readonly label: string }[] {
  const names = new Map(units.map((unit) => [unit.id, unit.name]));
  return units
    .filter((unit) => roster === undefined || (unit.kind === 'opd') === (roster === 'non-asn'))
    .map((unit) => {
      const parent = unit.parentId === null ? undefined : names.get(unit.parentId);
      const own = unit.kind === 'kecamatan' ? `Kecamatan ${unit.name}` : unit.name;
      const label = parent === undefined || unit.kind === 'kecamatan' ? own : `${own}, ${parent}`;
      return { value: String(unit.id), label };
    })
    .sort((a, b) => a.label.localeCompare(b.label, 'id'));
}

/** Units that begin with what is typed come before those that only contain it, a kecamatan before its villages. */
export const unitsByName: OptionsFilter = ({ options, search, limit }) => {
  const wanted = search.trim().toLowerCase();
  const rank = (label: string) =>
    label.toLowerCase().replace('kecamatan ', '').startsWith(wanted) ? 0 : 1;
  return options
    .flatMap((one) => ('label' in one && one.label.toLowerCase().includes(wanted) ? [one] : []))
    .sort((a, b) => rank(a.label) - rank(b.label))
    .slice(0, limit);
};
