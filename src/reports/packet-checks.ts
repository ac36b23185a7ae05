/** The consistency page: each pair of figures that must agree, as printed in the packet. */
import { sumFigures } from './check-packet-input.ts';
import type { Column, Row, Table } from './document.ts';
import type { PacketInput } from './packet-input.ts';

interface Check {
  readonly name: string;
  readonly left: number;
  readonly right: number;
}

const columns: readonly Column[] = [
  { key: 'no', title: 'No.', kind: 'integer', width: 10, align: 'center' },
  { key: 'name', title: 'Uji', kind: 'text', width: 50, grow: 1 },
  { key: 'left', title: 'Jumlah Rincian', kind: 'integer', width: 29 },
  { key: 'right', title: 'Angka Acuan', kind: 'integer', width: 29 },
  { key: 'difference', title: 'Selisih', kind: 'integer', width: 18 },
  { key: 'result', title: 'Hasil', kind: 'text', width: 20, align: 'center' },
];

/** Table of the checks with both figures and their difference. */
export function consistencyTable(input: PacketInput): Table {
  const rows = checksOf(input).map(
    ({ name, left, right }, i): Row => ({
      kind: 'body',
      cells: {
        no: i + 1,
        name,
        left,
        right,
        difference: left - right,
        result: left === right ? 'Sesuai' : 'Tidak sesuai',
      },
    }),
  );
  return {
    kind: 'table',
    id: 'konsistensi',
    sheet: 'Uji konsistensi',
    title: 'Uji Konsistensi Angka',
    columns,
    rows,
    numberedColumns: false,
    notes: [],
  };
}

function checksOf(input: PacketInput): Check[] {
  const { total, segments, byOpd, byDistrict } = input.coverage;
  const nonAsn = sumFigures(segments.filter((segment) => segment.roster === 'non-asn'));
  const placed = sumFigures(segments.filter((segment) => segment.roster !== 'non-asn'));
  const villages = byDistrict.flatMap((district) =>
    district.villages.length === 0 ? [district] : district.villages,
  );
  const parts = total.active + total.inactive + total.unenrolled + total.unresolved;
  const lines = input.budget.lines.reduce((sum, line) => sum + line.amount, 0);
  return [
    { name: 'Status kepesertaan terhadap jumlah pekerja', left: parts, right: total.workers },
    {
      name: 'Jumlah pekerja: segmen (Tabel 1) terhadap total',
      left: sumFigures(segments).workers,
      right: total.workers,
    },
    {
      name: 'Peserta aktif: segmen (Tabel 1) terhadap total',
      left: sumFigures(segments).active,
      right: total.active,
    },
    {
      name: 'Jumlah pekerja: perangkat daerah (Tabel 2) terhadap segmen non-ASN',
      left: sumFigures(byOpd).workers,
      right: nonAsn.workers,
    },
    {
      name: 'Jumlah pekerja: kecamatan (Tabel 3) terhadap segmen desa dan pekerja rentan',
      left: sumFigures(byDistrict).workers,
      right: placed.workers,
    },
    {
      name: 'Jumlah pekerja: desa/kelurahan (Tabel 4) terhadap kecamatan (Tabel 3)',
      left: sumFigures(villages).workers,
      right: sumFigures(byDistrict).workers,
    },
    {
      name: 'Daftar pekerja belum terdaftar terhadap Tabel 1',
      left: input.unenrolled.count,
      right: total.unenrolled,
    },
    {
      name: 'Baris anggaran (Tabel 5) terhadap jumlah kebutuhan anggaran (Rp)',
      left: lines,
      right: input.budget.total,
    },
  ];
}
