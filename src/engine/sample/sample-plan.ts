/** Who works where: the sample's sizes and units, all that is decided before the first person is made. */
import { getDistricts } from 'idn-area-data';
import type { Roster } from '../../domain/segments.ts';
import { readRegency } from '../regions.ts';
import { randomAt, shareOut } from './random.ts';
import { readWordLists, type SampleNames, type SampleWork } from './word-lists.ts';

/** How dirty the files are; shares of rows. The defaults leave every enrolled person findable. */
export interface SampleRates {
  /** Multiplies the usual shares of damaged NIKs. */
  readonly damage: number;
  /** Names spelt otherwise in the roster than in the BPJS files. */
  readonly nameVariant: number;
  readonly deceased: number;
  readonly duplicate: number;
  readonly underReported: number;
}

export const defaultRates: SampleRates = {
  damage: 1,
  nameVariant: 0.01,
  deceased: 0.006,
  duplicate: 0.004,
  underReported: 0.04,
};

export interface SampleVillage {
  readonly code: string;
  readonly name: string;
  readonly kecamatan: string;
}

/** A run of persons that stand together in one roster: an office's, or a village's. */
export interface SampleUnit {
  readonly name: string;
  readonly full: string;
  readonly head: string;
  /** Keys into the jobs table; empty outside the non-ASN roster. */
  readonly jobs: readonly string[];
  readonly places: readonly string[];
  readonly village: SampleVillage | null;
  /** Index of its first person. */
  readonly start: number;
  readonly size: number;
  readonly activeRate: number;
}

export interface SamplePlan {
  readonly seed: number;
  readonly year: number;
  readonly asOf: string;
  readonly regency: { readonly code: string; readonly name: string };
  readonly rates: SampleRates;
  readonly names: SampleNames;
  readonly work: SampleWork;
  readonly villages: readonly SampleVillage[];
  /** Six-digit district codes, own and other, for NIKs. */
  readonly foreignAreas: readonly string[];
  readonly units: Readonly<Record<Roster, readonly SampleUnit[]>>;
  /** First index of each roster's persons and of those whom only BPJS knows; then the number of all. */
  readonly bounds: {
    readonly desa: number;
    readonly rentan: number;
    readonly only: number;
    readonly end: number;
  };
}

export interface PlanOptions {
  readonly seed: number;
  readonly workers: number;
  readonly regency: string;
  readonly year: number;
  readonly asOf: string;
  readonly resourcesDir: string;
  readonly rates?: Partial<SampleRates>;
}

/** Share of a roster's people who are active, before each unit goes its own way. */
const baseActive: Readonly<Record<Roster, number>> = { 'non-asn': 0.6, desa: 0.56, rentan: 0.22 };
const unitStream: Readonly<Record<Roster, number>> = { 'non-asn': 101, desa: 102, rentan: 103 };
/** People a village needs before the list has its BPD and RT, not just its officials. */
const PEOPLE_PER_VILLAGE = 25;

type UnitSeed = Omit<SampleUnit, 'start' | 'size' | 'activeRate'> & { readonly weight: number };

function layOut(
  seeds: readonly UnitSeed[],
  total: number,
  start: number,
  roster: Roster,
  seed: number,
) {
  const sizes = shareOut(
    total,
    seeds.map((unit) => unit.weight),
  );
  let next = start;
  return seeds.map(({ weight: _, ...unit }, at): SampleUnit => {
    const size = sizes[at] ?? 0;
    const first = next;
    next += size;
    const lot = randomAt(seed, unitStream[roster], at).next();
    const rate = lot < 0.07 ? 0.05 : baseActive[roster] + (lot - 0.5) * 0.4;
    return { ...unit, start: first, size, activeRate: Math.min(0.95, Math.max(0.02, rate)) };
  });
}

function officeSeeds(work: SampleWork, districts: readonly string[]): UnitSeed[] {
  const offices = work.offices.map((office) => ({
    ...office,
    full: office.full ?? office.name.toUpperCase(),
    village: null,
  }));
  const district = districts.map((name) => ({
    name: `Kecamatan ${name}`,
    full: `KECAMATAN ${name.toUpperCase()}`,
    head: `Camat ${name}`,
    jobs: work.districtOffice.jobs,
    places: ['Sekretariat', 'Seksi Pelayanan', 'Seksi Trantib'],
    weight: work.districtOffice.weight,
    village: null,
  }));
  return [...offices, ...district];
}

const villageSeed = (village: SampleVillage, weight: number): UnitSeed => ({
  name: village.name,
  full: village.name.toUpperCase(),
  head: 'Camat',
  jobs: [],
  places: [],
  village,
  weight,
});

/** A desa's code goes on with 2 or 3 after the district's, a kelurahan's with 1. */
const isDesa = ({ code }: SampleVillage) => code.slice(9, 10) !== '1';

/** Villages for the village roster: those whose name occurs twice first, then evenly over the districts. */
function chooseVillages(villages: readonly SampleVillage[], people: number): SampleVillage[] {
  const desa = villages.filter(isDesa);
  const wanted = Math.max(1, Math.min(desa.length, Math.ceil(people / PEOPLE_PER_VILLAGE)));
  const count = new Map<string, number>();
  for (const { name } of desa) count.set(name, (count.get(name) ?? 0) + 1);
  const rank = new Map<string, number>();
  const inDistrict = new Map<string, number>();
  for (const village of desa) {
    const place = inDistrict.get(village.kecamatan) ?? 0;
    inDistrict.set(village.kecamatan, place + 1);
    rank.set(village.code, (count.get(village.name) ?? 0) > 1 ? -1 : place);
  }
  return desa
    .toSorted(
      (a, b) => (rank.get(a.code) ?? 0) - (rank.get(b.code) ?? 0) || (a.code < b.code ? -1 : 1),
    )
    .slice(0, wanted)
    .toSorted((a, b) => (a.code < b.code ? -1 : 1));
}

/** Makes the plan of a sample. Errors: `not-found` for an unknown regency. */
export async function planSample(options: PlanOptions): Promise<SamplePlan> {
  const { seed, workers } = options;
  const { names, work } = readWordLists(options.resourcesDir);
  const { regency, areas } = await readRegency(options.regency);
  const districtName = new Map(areas.districts.map(({ code, name }) => [code, name]));
  const villages = areas.villages.map(({ code, name }) => ({
    code,
    name,
    kecamatan: districtName.get(code.slice(0, 8)) ?? '',
  }));
  const province = options.regency.slice(0, 3);
  const foreign = (await getDistricts()).filter(
    ({ code }) => code.startsWith(province) && !code.startsWith(options.regency),
  );
  // A town has kelurahan only, whose officials are civil servants: no village roster.
  const hasDesa = villages.some(isDesa);
  const [nonAsn = 0, desa = 0, rentan = 0] = shareOut(workers, [35, hasDesa ? 30 : 0, 35]);
  const bounds = {
    desa: nonAsn,
    rentan: nonAsn + desa,
    only: nonAsn + desa + rentan,
    end: nonAsn + desa + rentan + Math.ceil(workers * 0.015),
  };
  const offices = officeSeeds(
    work,
    areas.districts.map((district) => district.name),
  );
  const chosen = chooseVillages(villages, desa).map((village, at) =>
    villageSeed(village, randomAt(seed, 104, at).between(8, 12)),
  );
  const poor = villages.map((village, at) =>
    villageSeed(village, randomAt(seed, 105, at).between(2, 20)),
  );
  return {
    seed,
    year: options.year,
    asOf: options.asOf,
    regency: { code: regency.code, name: regency.name },
    rates: { ...defaultRates, ...options.rates },
    names,
    work,
    villages,
    foreignAreas: foreign.map(({ code }) => code.replaceAll('.', '')),
    units: {
      'non-asn': layOut(offices, nonAsn, 0, 'non-asn', seed),
      desa: layOut(chosen, desa, bounds.desa, 'desa', seed),
      rentan: layOut(poor, rentan, bounds.rentan, 'rentan', seed),
    },
    bounds,
  };
}

/** The unit a person stands in; `undefined` for those whom only BPJS knows. */
export function unitOf(plan: SamplePlan, roster: Roster, person: number): SampleUnit | undefined {
  const units = plan.units[roster];
  let low = 0;
  let high = units.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((units[middle]?.start ?? 0) <= person) low = middle;
    else high = middle - 1;
  }
  return units[low];
}
