/** The tables of 0001/regency-tables.ts as Kysely sees them. */
import type { Generated } from 'kysely';

export interface RegencyProfileTable {
  id: number;
  code: string;
  name: string;
  province: string;
  fiscal_year: number;
  office_name: string;
  address_lines: string;
  phone: string;
  email: string;
  place: string;
  signatory_title: string;
  signatory_name: string;
  signatory_rank: string;
  signatory_nip: string;
  recipient: string;
  letter_number: string;
}

export interface UnitTable {
  id: Generated<number>;
  kind: 'opd' | 'kecamatan' | 'desa' | 'kelurahan';
  code: string | null;
  name: string;
  name_key: string;
  parent_id: number | null;
}

export interface RegencySchema {
  meta: { key: string; value: string };
  area_version: { area: StoreArea; version: number };
  regency_profile: RegencyProfileTable;
  unit: UnitTable;
}

export type StoreArea = 'roster' | 'bpjs' | 'links' | 'profile' | 'findings';
