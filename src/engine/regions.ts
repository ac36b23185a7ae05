/** Indonesia's regions, from idn-area-data (ODbL; attributed in the README and in the app). */
import { getDistricts, getProvinces, getRegencies, getVillages } from 'idn-area-data';
import { AppError } from '../domain/app-error.ts';
import type { AreaTree } from '../store/units.ts';

export interface Regency {
  readonly code: string;
  readonly name: string;
  readonly province: string;
}

/** All regencies and cities, by code. */
export async function listRegencies(): Promise<Regency[]> {
  const [provinces, regencies] = await Promise.all([getProvinces(), getRegencies()]);
  const provinceOf = new Map(provinces.map(({ code, name }) => [code, name]));
  return regencies.map(({ code, name, province_code }) => ({
    code,
    name,
    province: provinceOf.get(province_code) ?? '',
  }));
}

/** One regency with its districts and villages; throws `not-found` for an unknown code. */
export async function readRegency(code: string): Promise<{ regency: Regency; areas: AreaTree }> {
  const regency = (await listRegencies()).find((candidate) => candidate.code === code);
  if (regency === undefined) throw new AppError('not-found', { params: { what: 'regency', code } });
  const [districts, villages] = await Promise.all([getDistricts(), getVillages()]);
  return {
    regency,
    areas: {
      districts: districts.filter((district) => district.regency_code === code),
      villages: villages.filter((village) => village.code.startsWith(`${code}.`)),
    },
  };
}
