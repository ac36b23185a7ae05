/** Month names as Indonesian letters print them; index 0 is January. */
export const monthNames = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
] as const;

/** Weekday names; index 0 is Sunday. */
export const weekdayNames = [
  'Minggu',
  'Senin',
  'Selasa',
  'Rabu',
  'Kamis',
  'Jumat',
  'Sabtu',
] as const;

/** Every spelling met in office files (Indonesian, the old NOPEMBER/PEBRUARI, English of exports) and its month. */
const spellings: Readonly<Record<string, number>> = {
  januari: 1,
  january: 1,
  jan: 1,
  februari: 2,
  february: 2,
  pebruari: 2,
  februwari: 2,
  feb: 2,
  peb: 2,
  maret: 3,
  march: 3,
  mar: 3,
  mrt: 3,
  april: 4,
  apr: 4,
  mei: 5,
  may: 5,
  juni: 6,
  june: 6,
  jun: 6,
  juli: 7,
  july: 7,
  jul: 7,
  agustus: 8,
  august: 8,
  agu: 8,
  ags: 8,
  agt: 8,
  agst: 8,
  aug: 8,
  september: 9,
  sept: 9,
  sep: 9,
  oktober: 10,
  october: 10,
  okt: 10,
  oct: 10,
  november: 11,
  nopember: 11,
  nov: 11,
  nop: 11,
  desember: 12,
  december: 12,
  des: 12,
  dec: 12,
};

/** Month number 1…12 of a name or its abbreviation in any case (`MEI`, `AGT`, `NOP`, `PEB`); `null` for another word. */
export function monthNumberOf(name: string): number | null {
  const word = name.toLowerCase().replace(/\.$/, '');
  return Object.hasOwn(spellings, word) ? (spellings[word] ?? null) : null;
}
