/** What the lines above a table say: NPP, employer, period, and the unit a whole sheet belongs to. */
import { parseNpp } from '../../domain/membership-numbers.ts';
import { parsePremiumPeriod } from '../../domain/month.ts';
import { cleanCell } from './header-text.ts';

export interface SheetFacts {
  readonly npp?: string;
  readonly employer?: string;
  /** `YYYY-MM`. */
  readonly period?: string;
  readonly unit?: string;
  readonly kecamatan?: string;
  readonly desa?: string;
}

const labelled: readonly (readonly [fact: keyof SheetFacts, label: RegExp])[] = [
  ['npp', /^(?:no(?:mor)?\.?\s*)?NPP\b|^Nomor Pendaftaran Perusahaan\b/i],
  ['employer', /^Nama\s+(?:Pemberi Kerja|Perusahaan|Badan Usaha|Wadah|Mitra)[^:]*/i],
  ['period', /^(?:Periode(?:\s+Laporan|\s+Iuran)?|Bulan(?:\s+Iuran)?|BLTH)(?:\s*\([^)]*\))?/i],
  ['unit', /^(?:Nama\s+)?(?:OPD|SKPD|Perangkat Daerah|Instansi|Unit Kerja|Unit Organisasi)\b/i],
  ['kecamatan', /^(?:Nama\s+)?(?:Kecamatan|Kec\.)(?=[\s:])/i],
  ['desa', /^(?:Nama\s+)?(?:Desa\s*\/\s*Kelurahan|Desa|Kelurahan)(?=[\s:])/i],
];

/** Reads the lines above the head. A later line does not overrule an earlier one. */
export function headerFacts(lines: readonly (readonly string[])[]): SheetFacts {
  const facts: { -readonly [Key in keyof SheetFacts]: SheetFacts[Key] } = {};
  for (const cells of lines) {
    const filled = cells.map(cleanCell).filter((cell) => cell !== '' && cell !== ':');
    for (const [index, cell] of filled.entries()) {
      for (const [fact, label] of labelled) {
        const match = label.exec(cell);
        if (match === null || facts[fact] !== undefined) continue;
        const inCell = cell.slice(match[0].length);
        const beside = filled.slice(index + 1).join(' ');
        const value = readFact(fact, stripColon(stripColon(inCell) === '' ? beside : inCell));
        if (value !== null) facts[fact] = value;
        break;
      }
    }
  }
  return facts;
}

const stripColon = (text: string): string => text.replace(/^[\s:=.-]+/, '').trim();

function readFact(fact: keyof SheetFacts, text: string): string | null {
  if (text === '') return null;
  if (fact === 'npp') {
    const digits = /\d[\d .-]{6,}\d/.exec(text)?.[0];
    return digits === undefined ? null : parseNpp(digits);
  }
  if (fact === 'period') {
    const bare = text
      .replace(/\b(?:bulan|tahun)\b|[:,()]/gi, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    const head = /^(\S+[\s/.-]+\d{4}|\d{4}-\d{2}|\d{6})/.exec(bare)?.[0];
    return head === undefined ? null : parsePremiumPeriod(head);
  }
  if (fact === 'employer') return text.slice(0, 160);
  // A kop line goes on: "KECAMATAN BREBES KABUPATEN BREBES TAHUN 2026".
  const own = text.split(/\s+(?:KABUPATEN|KAB\.|KOTA|KECAMATAN|KEC\.|TAHUN|PROVINSI)\b/i)[0] ?? '';
  return own.trim() === '' ? null : own.trim().slice(0, 120);
}
