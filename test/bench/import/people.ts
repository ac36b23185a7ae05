/** Synthetic people as cells of a list; every sequence of a NIK is in the 9000s. */

const words = ['SITI', 'AMINAH', 'BUDI', 'SANTOSO', 'SLAMET', 'RAHARJO', 'NUR', 'HIDAYAH', 'AGUS'];
const more = [
  'WAHYU',
  'LESTARI',
  'KARTONO',
  'DARSONO',
  'SRI',
  'MULYANI',
  'TARJO',
  'WARSITI',
  'EKO',
];
const villages = ['Limbangan Wetan', 'Gandasuli', 'Kaligangsa Kulon', 'Randusanga Wetan'];

const two = (number: number): string => String(number).padStart(2, '0');

function person(index: number) {
  const year = 1960 + (index % 45);
  const month = 1 + (Math.floor(index / 45) % 12);
  const day = 1 + (Math.floor(index / 540) % 28);
  const woman = index % 2 === 1;
  const area = 332901 + (Math.floor(index / 15_120) % 17);
  const sequence = 9001 + (Math.floor(index / (15_120 * 17)) % 900);
  const nik = `${area}${two(day + (woman ? 40 : 0))}${two(month)}${two(year % 100)}${sequence}`;
  // Scattered, so that namesakes with one birth date in one village are as rare as in life.
  const lot = Math.imul(index + 1, 0x9e3779b1) >>> 0;
  const pick = (list: readonly string[], shift: number) =>
    list[(lot >>> shift) % list.length] ?? '';
  const name = `${pick(words, 3)} ${pick(more, 9)} ${pick(words, 15)} ${pick(more, 21)}`;
  const birth = `${two(day)}-${two(month)}-${year}`;
  return { nik, name, birth, sex: woman ? 'P' : 'L', village: villages[index % 4] ?? '' };
}

/** The list's head. */
export const head = [
  'No',
  'Nama Lengkap',
  'NIK',
  'Tempat/Tgl Lahir',
  'JK',
  'Alamat',
  'Desa/Kelurahan',
  'Kecamatan',
  'Jenis Pekerjaan',
  'Penghasilan',
  'Sumber Dana',
  'Keterangan',
];

/** The cells of one row, by its number from 0. */
export function cells(index: number): string[] {
  const { nik, name, birth, sex, village } = person(index);
  return [
    String(index + 1),
    name,
    nik,
    `Brebes, ${birth}`,
    sex,
    `RT ${two(index % 12)} RW 01`,
    village,
    'Brebes',
    'Buruh tani',
    '1.000.000',
    'DBHCHT',
    '',
  ];
}
