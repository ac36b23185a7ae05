/**
 * `node test/bench/import/run.ts [rows]`: stages and commits one large CSV and one large .xlsx, and prints time and
 * peak memory beside the targets. Printed, never asserted.
 */
import { closeSync, openSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { writeXlsx } from '../../../src/tabular/write-xlsx.ts';
import { importFixture } from '../../engine/import/import-fixture.ts';

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

/** One synthetic person; every sequence is in the 9000s. */
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

const head = [
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

function cells(index: number): string[] {
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

function writeCsv(path: string, rows: number): void {
  const file = openSync(path, 'w');
  let text = `PEMERINTAH KABUPATEN BREBES\r\n\r\n${head.join(';')}\r\n`;
  for (let index = 0; index < rows; index += 1) {
    text += `${cells(index).join(';')}\r\n`;
    if (text.length > 1_000_000) {
      writeSync(file, text, null, 'latin1');
      text = '';
    }
  }
  writeSync(file, text, null, 'latin1');
  closeSync(file);
}

const out = (line: string) => process.stdout.write(`${line}\n`);
/** Wall and processor seconds since `from`: on a busy machine the second is the one to compare. */
function clock() {
  const wall = performance.now();
  const cpu = process.cpuUsage();
  return () => {
    const used = process.cpuUsage(cpu);
    const seconds = ((performance.now() - wall) / 1000).toFixed(1);
    return `${seconds} s (cpu ${((used.user + used.system) / 1e6).toFixed(1)})`;
  };
}
const peakMb = () => Math.round(process.resourceUsage().maxRSS / 1024);

async function measure(label: string, path: string, goals: { stage: number; commit: number }) {
  using fixture = await importFixture();
  out(`${label}: ${(statSync(path).size / 1e6).toFixed(0)} MB`);
  const staged = clock();
  const batchId = await fixture.stage({ path, kind: 'rentan' });
  out(`  staged    ${staged()}, target ${goals.stage} s, peak RSS ${peakMb()} MB (target 600)`);
  const { counts } = fixture.batch(batchId);
  const committed = clock();
  await fixture.commit(batchId);
  out(`  committed ${committed()}, target ${goals.commit} s, peak RSS ${peakMb()} MB`);
  out(`  ${JSON.stringify(counts)}`);
  if (process.argv.includes('--undo')) {
    const undone = clock();
    await fixture.undo(batchId);
    out(`  undone    ${undone()}, peak RSS ${peakMb()} MB`);
  }
}

const rows = Number(process.argv[2] ?? 1_000_000);
using work = await importFixture();
const csv = join(work.dir, 'besar.csv');
writeCsv(csv, rows);
await measure(`${rows} rows CSV`, csv, { stage: 25, commit: 15 });
if (!process.argv.includes('--csv')) {
  const xlsx = join(work.dir, 'besar.xlsx');
  const sheetRows = Math.ceil(rows / 5);
  function* lines() {
    yield head;
    for (let index = 0; index < sheetRows; index += 1) yield [...cells(index), 'a', 'b', 'c'];
  }
  await writeXlsx(xlsx, [{ name: 'Data', rows: lines() }]);
  await measure(`${sheetRows} × 15 .xlsx`, xlsx, { stage: 12, commit: 5 });
}
