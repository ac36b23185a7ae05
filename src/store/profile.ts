/** The regency's own data: what the letterhead and the cover letter print. */
import { AppError } from '../domain/app-error.ts';
import type { RegencyProfileTable } from './schema/regency-schema.ts';
import type { SqlHolder, WriteSql } from './store.ts';

export interface Profile {
  readonly code: string;
  readonly name: string;
  readonly province: string;
  readonly fiscalYear: number;
  readonly officeName: string;
  readonly addressLines: string[];
  readonly phone: string;
  readonly email: string;
  readonly place: string;
  readonly signatoryTitle: string;
  readonly signatoryName: string;
  readonly signatoryRank: string;
  readonly signatoryNip: string;
  readonly recipient: string;
  readonly letterNumber: string;
}

export function readProfile(store: SqlHolder): Profile {
  const row = store.sql.get<RegencyProfileTable>('SELECT * FROM regency_profile WHERE id = 1');
  if (row === undefined) throw new AppError('store.damaged', { params: { reason: 'no-profile' } });
  return {
    code: row.code,
    name: row.name,
    province: row.province,
    fiscalYear: row.fiscal_year,
    officeName: row.office_name,
    addressLines: JSON.parse(row.address_lines) as string[],
    phone: row.phone,
    email: row.email,
    place: row.place,
    signatoryTitle: row.signatory_title,
    signatoryName: row.signatory_name,
    signatoryRank: row.signatory_rank,
    signatoryNip: row.signatory_nip,
    recipient: row.recipient,
    letterNumber: row.letter_number,
  };
}

/** Inserts or replaces the one profile row. */
export function writeProfile(sql: WriteSql, profile: Profile): void {
  sql.run(
    `INSERT OR REPLACE INTO regency_profile (id, code, name, province, fiscal_year, office_name, address_lines,
       phone, email, place, signatory_title, signatory_name, signatory_rank, signatory_nip, recipient,
       letter_number) VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    profile.code,
    profile.name,
    profile.province,
    profile.fiscalYear,
    profile.officeName,
    JSON.stringify(profile.addressLines),
    profile.phone,
    profile.email,
    profile.place,
    profile.signatoryTitle,
    profile.signatoryName,
    profile.signatoryRank,
    profile.signatoryNip,
    profile.recipient,
    profile.letterNumber,
  );
}
