/** Small rosters and exports brought in through the front door, and what is found of them by name. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FindingRow } from '../../../src/contract/finding-routes.ts';
import type { ImportKind } from '../../../src/domain/segments.ts';
import type { TestEngine } from '../harness.ts';

export const rosterHead = 'No;Nama;NIK;Tanggal Lahir;L/P;Unit Kerja;Jabatan;Upah';
export const rentanHead = 'No;Nama;NIK;Tanggal Lahir;L/P;Kecamatan;Desa;Pekerjaan';
export const checkHead =
  'NOMOR_IDENTITAS;KPJ;NAMA_LENGKAP;TGL_LAHIR;NPP;NAMAPRS;TGL_KEPESERTAAN1;TGL_NA;NM_PRG';
export const bpuHead =
  'NIK;KPJ;NAMA;TGL LAHIR;JHT;JKK;JKM;JENIS PEKERJAAN;TGL KEPESERTAAN;TGL BERAKHIR;MASA GRACE';

/** Lines above a Formulir 2, then its head. */
export const rincianHead = (period: string, npp = '15332901', employer = 'PEMKAB BREBES') => [
  'LAPORAN RINCIAN IURAN PEKERJA',
  `NPP : ${npp}`,
  `Nama Pemberi Kerja : ${employer}`,
  `Periode Laporan : ${period}`,
  'No;Nomor Peserta;NIK;Nama Pekerja;Tanggal Lahir;Upah;Iuran JKK;Iuran JKM;Jumlah Iuran',
];

let files = 0;

/** Imports a file of these lines; gives the batch's id. */
export async function bring(
  test: TestEngine,
  kind: ImportKind,
  lines: readonly string[],
): Promise<number> {
  files += 1;
  const path = join(test.dir, `${kind}-${files}.csv`);
  writeFileSync(path, `${lines.join('\n')}\n`);
  const staged = await test.call('import.stage', { file: test.grant(path), kind });
  await test.call('import.commit', { batchId: staged.id });
  return staged.id;
}

/** Every finding of the newest run. */
export async function findingsOf(test: TestEngine): Promise<FindingRow[]> {
  const { rows } = await test.call('finding.page', {
    filter: {},
    sort: { by: 'code', descending: false },
    offset: 0,
    limit: 500,
  });
  return rows;
}

/** `F01 belum Budi Santoso`, sorted: what was found, of whom. */
export async function linesOf(test: TestEngine): Promise<string[]> {
  return (await findingsOf(test))
    .filter(({ turn }) => turn !== 'solved')
    .map(({ code, reason, name }) => `${code} ${reason} ${name}`)
    .sort();
}
