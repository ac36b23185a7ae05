/** Which unit of the regency a row's words mean. */

import { opdKey } from '../../store/import/opd.ts';
import { unitKey } from '../../store/unit-key.ts';
import type { UnitRow } from '../../store/units.ts';
import { nearNames, suggestionText } from './near-names.ts';

export interface VillageWords {
  readonly kecamatan: string;
  readonly desa: string;
}

export interface FoundUnit {
  readonly unitId: number | null;
  /** Why there is none, or what was left open. */
  readonly problem:
    | 'unit.missing'
    | 'unit.unknown'
    | 'village.unknown'
    | 'village.ambiguous'
    | 'village.missing'
    | null;
  /** What may be meant, as a person would type it. */
  readonly suggest?: string | undefined;
}

export interface UnitBook {
  readonly village: (words: VillageWords) => FoundUnit;
  readonly opd: (name: string) => FoundUnit;
  /** What a sheet's name says, when it is a district's or a village's. */
  readonly placeNamed: (text: string) => Partial<VillageWords>;
}

const nothing: FoundUnit = { unitId: null, problem: 'unit.missing' };

export function createUnitBook(units: readonly UnitRow[], regencyName: string): UnitBook {
  const districts = new Map<string, number>();
  const villages = new Map<string, UnitRow[]>();
  const offices = new Map<string, number>();
  for (const unit of units) {
    const key = unit.kind === 'opd' ? opdKey(unit.name) : unitKey(unit.name);
    if (unit.kind === 'kecamatan') districts.set(key, unit.id);
    else if (unit.kind === 'opd') offices.set(key, unit.id);
    else villages.set(key, [...(villages.get(key) ?? []), unit]);
  }
  const districtNames = new Map(
    units.filter(({ kind }) => kind === 'kecamatan').map(({ id, name }) => [id, name]),
  );
  const typed = ({ name, parentId }: UnitRow): string =>
    `${name}, ${districtNames.get(parentId ?? -1) ?? ''}`;
  const villagesNear = (key: string, district: number | undefined): string[] => {
    const named = [...villages].flatMap(([villageKey, all]) =>
      all
        .filter(({ parentId }) => district === undefined || parentId === district)
        .map((unit) => ({ key: villageKey, unit })),
    );
    return nearNames(key, named).map(({ unit }) => typed(unit));
  };
  const ownName = opdKey(regencyName).replace(/^(?:KABUPATEN|KOTA)/, '');
  const officeNames = units
    .filter(({ kind }) => kind === 'opd')
    .map(({ name }) => ({ key: opdKey(name), name }));
  const known = new Map<string, FoundUnit>();

  const findVillage = ({ kecamatan, desa }: VillageWords): FoundUnit => {
    const district = kecamatan === '' ? undefined : districts.get(unitKey(kecamatan));
    if (desa === '') {
      if (district !== undefined) return { unitId: district, problem: 'village.missing' };
      return kecamatan === '' ? nothing : { unitId: null, problem: 'unit.unknown' };
    }
    const namesakes = villages.get(unitKey(desa)) ?? [];
    const inDistrict = namesakes.filter((unit) => unit.parentId === district);
    const fitting = district === undefined ? namesakes : inDistrict;
    const only = fitting[0];
    if (only === undefined) {
      // A village that stands in another district than the file says, else one that is written much alike.
      const near =
        namesakes.length > 0 ? namesakes.map(typed) : villagesNear(unitKey(desa), district);
      return { unitId: null, problem: 'village.unknown', suggest: suggestionText(near) };
    }
    return fitting.length === 1
      ? { unitId: only.id, problem: null }
      : {
          unitId: null,
          problem: 'village.ambiguous',
          suggest: suggestionText(fitting.map(typed)),
        };
  };

  const unknownOffice = (key: string): Omit<FoundUnit, 'unitId'> => {
    const near = nearNames(key, officeNames).map(({ name }) => name);
    return { problem: 'unit.unknown', suggest: suggestionText(near) };
  };

  return {
    village(words) {
      const key = `${words.kecamatan}\u0001${words.desa}`;
      const before = known.get(key);
      if (before !== undefined) return before;
      const found = findVillage(words);
      known.set(key, found);
      return found;
    },
    opd(name) {
      const before = known.get(name);
      if (before !== undefined) return before;
      const key = opdKey(name);
      // `Dinas Pendidikan Kabupaten Brebes` is the regency's own Dinas Pendidikan.
      const short = ownName !== '' && key.endsWith(ownName) ? key.slice(0, -ownName.length) : key;
      const bare = short.replace(/(?:KABUPATEN|KAB|KOTA)$/, '');
      const unitId = offices.get(key) ?? offices.get(bare) ?? null;
      const found: FoundUnit =
        key === ''
          ? nothing
          : { unitId, problem: null, ...(unitId === null ? unknownOffice(bare) : {}) };
      // A copy: a name cut out of the file's text would keep that whole piece of text alive.
      known.set(Buffer.from(name).toString(), found);
      return found;
    },
    placeNamed(text) {
      const bare = text.replace(/^\d+[.)\s-]*/, '').replace(/\s*\(\d+\)$/, '');
      const key = unitKey(bare);
      const desa = villages.get(key)?.[0]?.name;
      if (/^\s*(?:desa|kel)/i.test(bare) && desa !== undefined) return { desa };
      const kecamatan = districtNames.get(districts.get(key) ?? -1);
      if (kecamatan !== undefined) return { kecamatan };
      return desa === undefined ? {} : { desa };
    },
  };
}

/** A sheet name that says nothing: `Sheet1`, `Lembar 2`, `data`, `Merged`. */
export function isPlainSheetName(name: string): boolean {
  return /^(?:sheet|lembar|data|merged|table|tabel|rekap|daftar)?[\s_-]*\d*$/i.test(name.trim());
}

/** A sheet name that can only be an office's. */
export function isOfficeName(name: string): boolean {
  return /\b(?:dinas|badan|kantor|rsud|rumah sakit|sekretariat|setda|setwan|inspektorat|satpol|bagian|kecamatan|kec|puskesmas|bpbd|bkd|bkpsdm|bappeda|dprd|disdik\w*|dinkes)\b/i.test(
    name,
  );
}
