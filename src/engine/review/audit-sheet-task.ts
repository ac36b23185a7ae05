/** The sample of accepted links as a workbook, with its figures. */
import { linkClassLabels } from '../../contract/words/review-words.ts';
import { AppError } from '../../domain/app-error.ts';
import { openStoreReader } from '../../store/open-store.ts';
import { type AuditItem, readItems, readSample } from '../../store/review/audit.ts';
import type { OutCell, OutSheet } from '../../tabular/types.ts';
import { writeXlsx } from '../../tabular/write-xlsx.ts';
import { freePath } from '../free-path.ts';
import { needAccess, type Task } from '../worker/task.ts';
import { listAudits } from './audit.ts';
import { sidesOf, whyOf } from './pair-view.ts';
import type { MadeList } from './send-out-task.ts';

/** Throws `not-found`, and what writing a file throws. */
export const auditSheetTask: Task<
  { readonly auditId: number; readonly dir: string },
  MadeList
> = async ({ auditId, dir }, task) => {
  using store = openStoreReader(needAccess(task));
  const sample = readSample(store.sql, auditId);
  const figures = listAudits(store.sql).find(({ id }) => id === auditId);
  if (sample === undefined || figures === undefined) {
    throw new AppError('not-found', { params: { what: 'audit', id: auditId } });
  }
  task.progress('write', 0, null);
  const items = readItems(store.sql, auditId);
  const path = freePath(dir, `uji-petik-${sample.takenAt.slice(0, 10)}`, 'xlsx');
  await writeXlsx(path, [itemSheet(items), figureSheet(figures)]);
  return { path, rows: items.length };
};

const labels = { same: 'SAMA', different: 'BEDA', unsure: 'TIDAK TAHU' } as const;
const head = (texts: readonly string[]): OutCell[] =>
  texts.map((v): OutCell => ({ v, style: 'header' }));
const day = (value: string | null): OutCell =>
  value === null ? null : { v: value, style: 'date' };

function itemSheet(items: readonly AuditItem[]): OutSheet {
  const heads = [
    ...['No.', 'Nama di daftar', 'NIK di daftar', 'Tanggal lahir di daftar', 'Tempat di daftar'],
    ...['Nama di BPJS', 'NIK di BPJS', 'KPJ', 'Tanggal lahir di BPJS', 'Cara ditemukan'],
    ...['Perbandingan', 'Penilaian', 'Petugas', 'Dinilai pada'],
  ];
  return {
    name: 'Uji petik',
    rows: [head(heads), ...items.map(itemRow)],
    widths: [6, 28, 19, 14, 20, 28, 19, 14, 14, 24, 50, 14, 10, 20],
    headRows: { from: 0, to: 0 },
    landscape: true,
    paper: 'F4',
  };
}

function itemRow(item: AuditItem): OutCell[] {
  const { left, right } = sidesOf(item.records);
  return [
    item.seq,
    left.name,
    left.nik,
    day(left.birthDate),
    left.place,
    right.name,
    right.nik,
    right.kpj,
    day(right.birthDate),
    linkClassLabels[item.class] ?? item.class,
    whyOf(item.records, false),
    item.label === null ? null : labels[item.label],
    item.operator,
    item.labelledAt,
  ];
}

function figureSheet(figures: ReturnType<typeof listAudits>[number]): OutSheet {
  const share = (value: number | undefined): OutCell =>
    value === undefined ? null : { v: value, style: 'percent' };
  const rows = figures.classes.map((one): OutCell[] => [
    linkClassLabels[one.class] ?? one.class,
    one.population,
    one.sampled,
    one.right,
    one.wrong,
    one.unsure,
    share(one.precision?.share),
    share(one.precision?.low),
    share(one.precision?.high),
  ]);
  return {
    name: 'Angka',
    rows: [
      [
        {
          v: `Ketepatan pasangan yang ditetapkan otomatis, posisi ${figures.asOf}`,
          style: 'title',
        },
      ],
      [
        {
          v: 'Selang kepercayaan 95 % (Wilson); seluruhnya ditimbang menurut jumlah tiap kelompok. Jawaban TIDAK TAHU tidak dihitung.',
          style: 'note',
        },
      ],
      [],
      head([
        ...['Cara ditemukan', 'Pasangan', 'Contoh', 'Sama', 'Beda', 'Tidak tahu'],
        ...['Ketepatan', 'Batas bawah', 'Batas atas'],
      ]),
      ...rows,
      [
        { v: 'Seluruhnya', style: 'total' },
        null,
        figures.size,
        null,
        null,
        null,
        share(figures.precision?.share),
        share(figures.precision?.low),
        share(figures.precision?.high),
      ],
    ],
    widths: [30, 12, 10, 10, 10, 12, 12, 12, 12],
  };
}
