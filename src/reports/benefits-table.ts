/** What those not covered do not receive, as an optional part of the packet's budget attachment. */
import { formatInteger } from '../domain/format-id.ts';
import type { Block, Table } from './document.ts';
import type { BenefitRow, PacketInput } from './packet-input.ts';

/** A paragraph with the number of people, and the table; nothing when the packet was asked without. */
export function benefitsBlocks(input: PacketInput): Block[] {
  const { benefits } = input;
  if (benefits === undefined) return [];
  const { total } = input.coverage;
  const without = total.workers - total.active;
  return [
    { kind: 'heading', level: 2, text: 'Manfaat pelindungan' },
    {
      kind: 'paragraph',
      text: `Sebanyak ${formatInteger(without)} pekerja dalam daftar belum aktif sebagai peserta pada tanggal posisi, sehingga pekerja dan ahli warisnya belum berhak atas manfaat berikut.`,
    },
    benefitsTable(benefits),
  ];
}

function benefitsTable(rows: readonly BenefitRow[]): Table {
  return {
    kind: 'table',
    id: 'manfaat',
    sheet: 'Manfaat',
    title: 'Manfaat Program Jaminan Sosial Ketenagakerjaan bagi Peserta Aktif',
    columns: [
      { key: 'programme', title: 'Program', kind: 'text', width: 18 },
      { key: 'title', title: 'Manfaat', kind: 'text', width: 62, grow: 1 },
      { key: 'amount', title: 'Besarnya', kind: 'text', width: 70, grow: 1 },
      { key: 'condition', title: 'Syarat', kind: 'text', width: 60, grow: 1 },
      { key: 'source', title: 'Sumber', kind: 'text', width: 38 },
    ],
    rows: rows.map(({ programme, title, amount, condition, source, verified }) => ({
      kind: 'body',
      cells: {
        programme,
        title,
        amount,
        condition,
        source: verified ? source : `${source} (belum diverifikasi)`,
      },
    })),
    numberedColumns: false,
    notes: [],
  };
}
