import type { RegencyProfile } from '../../../contract/store-routes.ts';

/** What the letter needs of the profile and does not have yet, in the order of the letter. */
export function profileGaps(profile: RegencyProfile): readonly string[] {
  const needed: readonly (readonly [string, string])[] = [
    ['Nama kantor', profile.officeName],
    ['Alamat', profile.addressLines.join('')],
    ['Tempat surat', profile.place],
    ['Tujuan surat', profile.recipient],
    ['Jabatan penanda tangan', profile.signatoryTitle],
    ['Nama penanda tangan', profile.signatoryName],
    ['NIP penanda tangan', profile.signatoryNip],
  ];
  return needed.filter(([, value]) => value.trim() === '').map(([label]) => label);
}
