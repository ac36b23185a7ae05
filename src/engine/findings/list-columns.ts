/** Columns of the written lists. Identifiers go out as text, the NIK masked unless asked for in full. */
import {
  differenceLabels,
  findingReason,
  findingWords,
  followUpLabels,
  movementLabels,
  turnLabels,
} from '../../contract/words/finding-words.ts';
import { rosterLabels } from '../../contract/words/labels.ts';
import { maskIdentifier } from '../../domain/clean-identifier.ts';
import { maskPair } from '../../domain/mask-pair.ts';
import type { StoredFinding } from '../../store/findings/list-findings.ts';
import type { StoredDifference, StoredMovement } from '../../store/findings/read-tables.ts';
import type { CellStyle } from '../../tabular/types.ts';

export interface ListColumn<Row> {
  readonly heading: string;
  readonly width: number;
  readonly style?: CellStyle;
  readonly value: (row: Row) => string | number | null;
}

const shown = (nik: string | null, full: boolean) =>
  nik === null || full ? nik : maskIdentifier(nik);
const rupiah = (sen: number | null) => (sen === null ? null : Math.trunc(sen / 100));

export function findingColumns(fullNik: boolean): readonly ListColumn<StoredFinding>[] {
  return [
    { heading: 'Kode', width: 6, value: ({ code }) => code },
    { heading: 'Temuan', width: 34, value: ({ code }) => findingWords[code].label },
    { heading: 'Sebab', width: 34, value: ({ reason }) => findingReason(reason) },
    { heading: 'Nama', width: 30, value: ({ name }) => name },
    { heading: 'NIK', width: 20, style: 'text', value: ({ nik }) => shown(nik, fullNik) },
    { heading: 'KPJ', width: 14, style: 'text', value: ({ kpj }) => kpj },
    {
      heading: 'Daftar',
      width: 16,
      value: ({ roster }) => (roster === null ? 'Hanya di BPJS' : rosterLabels[roster]),
    },
    { heading: 'Kecamatan', width: 18, value: ({ parentUnitName }) => parentUnitName },
    { heading: 'Unit', width: 28, value: ({ unitName }) => unitName },
    { heading: 'Iuran per bulan', width: 16, style: 'rupiah', value: ({ premium }) => premium },
    { heading: 'Tindak lanjut', width: 34, value: ({ code }) => findingWords[code].action },
    { heading: 'PIC', width: 22, value: ({ pic }) => pic },
    { heading: 'Tenggat', width: 13, style: 'date', value: ({ deadline }) => deadline },
    { heading: 'Status', width: 16, value: ({ status }) => followUpLabels[status] },
    { heading: 'Keterangan status', width: 26, value: ({ ignoreReason }) => ignoreReason },
    { heading: 'Terhadap pemadanan lalu', width: 22, value: ({ turn }) => turnLabels[turn] },
    { heading: 'Sejak', width: 13, style: 'date', value: ({ since }) => since },
  ];
}

/** Laid out for the branch: who, which card, which field, what stands there, what is right. */
export function differenceColumns(fullNik: boolean): readonly ListColumn<StoredDifference>[] {
  const values = ({ field, rosterValue, bpjsValue }: StoredDifference) =>
    field === 'nik' && !fullNik
      ? maskPair(rosterValue, bpjsValue)
      : { left: rosterValue, right: bpjsValue };
  return [
    { heading: 'NPP', width: 12, style: 'text', value: ({ npp }) => npp },
    { heading: 'KPJ', width: 14, style: 'text', value: ({ kpj }) => kpj },
    { heading: 'NIK di daftar', width: 20, style: 'text', value: ({ nik }) => shown(nik, fullNik) },
    { heading: 'Nama di daftar', width: 30, value: ({ name }) => name },
    { heading: 'Isian', width: 16, value: ({ field }) => differenceLabels[field] },
    {
      heading: 'Tercatat di BPJS',
      width: 30,
      style: 'text',
      value: (row) => values(row).right,
    },
    {
      heading: 'Seharusnya (menurut daftar)',
      width: 30,
      style: 'text',
      value: (row) => values(row).left,
    },
    { heading: 'Tambahan iuran per bulan', width: 18, style: 'rupiah', value: ({ cost }) => cost },
    { heading: 'Daftar', width: 16, value: ({ roster }) => rosterLabels[roster] },
    { heading: 'Kecamatan', width: 18, value: ({ parentUnitName }) => parentUnitName },
    { heading: 'Unit', width: 28, value: ({ unitName }) => unitName },
  ];
}

export function movementColumns(fullNik: boolean): readonly ListColumn<StoredMovement>[] {
  return [
    { heading: 'Mutasi', width: 20, value: ({ kind }) => movementLabels[kind] },
    { heading: 'KPJ', width: 14, style: 'text', value: ({ kpj }) => kpj },
    { heading: 'NIK', width: 20, style: 'text', value: ({ nik }) => shown(nik, fullNik) },
    { heading: 'Nama', width: 30, value: ({ name }) => name },
    { heading: 'Pemberi kerja', width: 34, value: ({ employer }) => employer },
    {
      heading: 'Upah sebelumnya',
      width: 16,
      style: 'rupiah',
      value: ({ wageBefore }) => rupiah(wageBefore),
    },
    {
      heading: 'Upah sekarang',
      width: 16,
      style: 'rupiah',
      value: ({ wageAfter }) => rupiah(wageAfter),
    },
    { heading: 'Berakhir', width: 13, style: 'date', value: ({ endedOn }) => endedOn },
  ];
}
