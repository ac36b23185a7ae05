/** The profile of a new store: what follows from the regency, the rest left for the office to fill. */
import type { Profile } from '../../store/profile.ts';
import type { Regency } from '../regions.ts';

export function emptyProfile({ code, name, province }: Regency, fiscalYear: number): Profile {
  return {
    code,
    name,
    province,
    fiscalYear,
    officeName: '',
    addressLines: [],
    phone: '',
    email: '',
    place: name.replace(/^(Kabupaten|Kota)\s+/, ''),
    signatoryTitle: '',
    signatoryName: '',
    signatoryRank: '',
    signatoryNip: '',
    recipient: `Gubernur ${province}`,
    letterNumber: '',
  };
}

/** The sample regency's profile: an invented office and official, so that its packet prints whole. */
export function sampleProfile(regency: Regency, fiscalYear: number): Profile {
  return {
    ...emptyProfile(regency, fiscalYear),
    officeName: 'Dinas Perindustrian dan Tenaga Kerja',
    addressLines: ['Jalan Contoh Nomor 1'],
    phone: '(0283) 000000',
    email: 'disperinaker@contoh.invalid',
    signatoryTitle: 'Kepala Dinas Perindustrian dan Tenaga Kerja',
    signatoryName: 'Pejabat Contoh',
    signatoryRank: 'Pembina Utama Muda',
    signatoryNip: '199001012015019001',
    letterNumber: '500.15/…/Disperinaker',
  };
}
