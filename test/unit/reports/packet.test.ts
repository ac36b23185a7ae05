import { describe, expect, it } from 'vitest';
import { AppError } from '../../../src/domain/app-error.ts';
import type { Rupiah } from '../../../src/domain/brand.ts';
import { type Row, type Table, tablesOf } from '../../../src/reports/document.ts';
import { annexLimit, buildPacket, buildUnenrolledList } from '../../../src/reports/packet.ts';
import type { PacketInput } from '../../../src/reports/packet-input.ts';
import { cellValue } from '../../../src/reports/table.ts';
import { samplePacket } from './sample-packet.ts';

const input = samplePacket();

function tableOf(packet: PacketInput, id: string): Table {
  return tablesOf(buildPacket(packet)).find((table) => table.id === id)!;
}

function cellAt(table: Table, row: Row, key: string) {
  const column = table.columns.find((candidate) => candidate.key === key)!;
  return row.kind === 'group' ? null : cellValue(table.columns, column, row.cells);
}

function refusal(packet: PacketInput): AppError {
  try {
    buildPacket(packet);
  } catch (error) {
    if (error instanceof AppError) return error;
  }
  throw new Error('not refused');
}

describe('the packet', () => {
  it('has a letter, four attachments and five numbered tables', () => {
    const document = buildPacket(input);
    expect(document.sections.map((section) => section.id)).toEqual([
      'surat',
      'cakupan',
      'anggaran',
      'catatan',
      'belum-terdaftar',
    ]);
    const numbers = tablesOf(document).map((table) => table.number);
    expect(numbers.filter((number) => number !== undefined)).toEqual(
      [1, 2, 3, 4, 5].map((n) => `Tabel ${n}`),
    );
  });

  it('computes totals and percentages that equal the input', () => {
    const { total } = input.coverage;
    for (const id of ['segmen', 'opd', 'kecamatan', 'desa']) {
      const table = tableOf(input, id);
      const last = [...table.rows].at(-1)!;
      const workers = cellAt(table, last, 'workers') as number;
      const active = cellAt(table, last, 'active') as number;
      expect(cellAt(table, last, 'coverage')).toBe(Math.round((active * 10_000) / workers));
      if (id === 'segmen') expect([workers, active]).toEqual([total.workers, total.active]);
      if (id !== 'segmen') expect(workers).toBeLessThan(total.workers);
    }
    const budget = tableOf(input, 'anggaran');
    expect(cellAt(budget, [...budget.rows].at(-1)!, 'amount')).toBe(input.budget.total);
  });

  it('closes each fund source with its own subtotal', () => {
    const rows = [...tableOf(input, 'anggaran').rows];
    const kinds = rows.map((row) => row.kind).join(' ');
    expect(kinds).toBe(`${'group body body subtotal '.repeat(3)}total`);
  });

  it('keeps the total of the village table where a kecamatan is not broken down', () => {
    const [first, ...others] = input.coverage.byDistrict;
    const byDistrict = [{ ...first!, villages: [] }, ...others];
    const packet = { ...input, coverage: { ...input.coverage, byDistrict } };
    const [villages, districts] = ['desa', 'kecamatan'].map((id) => tableOf(packet, id));
    const sums = [villages!, districts!].map((table) =>
      cellAt(table, [...table.rows].at(-1)!, 'workers'),
    );
    expect(sums[0]).toBe(sums[1]);
  });

  it('points to a file of its own when the list is long', () => {
    const long = samplePacket({ districts: 10, villages: 12 });
    expect(long.unenrolled.count).toBeGreaterThan(annexLimit);
    expect(tablesOf(buildPacket(long)).some((table) => table.id === 'belum-terdaftar')).toBe(false);
    expect(tablesOf(buildUnenrolledList(long))).toHaveLength(1);
  });

  it('never carries a whole NIK', () => {
    expect(JSON.stringify(buildUnenrolledList(input))).not.toMatch(/\d{16}/);
    const rows = [...tablesOf(buildUnenrolledList(input))[0]!.rows];
    expect(JSON.stringify(rows)).not.toMatch(/\d{9}/);
  });

  it('shows workers whose match is undecided in a column of their own', () => {
    const { coverage } = input;
    const shift = <T extends PacketInput['coverage']['total']>(row: T): T => ({
      ...row,
      unenrolled: row.unenrolled - 1,
      unresolved: 1,
    });
    const [segment, ...segments] = coverage.segments;
    const [opd, ...opds] = coverage.byOpd;
    const packet: PacketInput = {
      ...input,
      coverage: {
        ...coverage,
        total: shift(coverage.total),
        segments: [shift(segment!), ...segments],
        byOpd: [shift(opd!), ...opds],
      },
      unenrolled: { ...input.unenrolled, count: input.unenrolled.count - 1 },
    };
    const table = tableOf(packet, 'segmen');
    expect(cellAt(table, [...table.rows].at(-1)!, 'unresolved')).toBe(1);
    expect(tableOf(input, 'segmen').columns.map((column) => column.key)).not.toContain(
      'unresolved',
    );
  });
});

describe('refusal', () => {
  it.each(['workers', 'active', 'inactive', 'unenrolled', 'unresolved'] as const)(
    'of a segment whose %s does not add up',
    (key) => {
      const [segment, ...others] = input.coverage.segments;
      const segments = [{ ...segment!, [key]: segment![key] + 1 }, ...others];
      const error = refusal({ ...input, coverage: { ...input.coverage, segments } });
      expect(error.code).toBe('input.invalid');
      expect(error.at?.field).toMatch(/^coverage\.segments/);
    },
  );

  it('of OPD, kecamatan and desa rows that miss someone', () => {
    const { coverage } = input;
    const without = {
      byOpd: { ...coverage, byOpd: coverage.byOpd.slice(1) },
      byDistrict: { ...coverage, byDistrict: coverage.byDistrict.slice(1) },
      villages: {
        ...coverage,
        byDistrict: coverage.byDistrict.map((district) => ({
          ...district,
          villages: district.villages.slice(1),
        })),
      },
    };
    for (const [part, broken] of Object.entries(without)) {
      expect(refusal({ ...input, coverage: broken }).at?.field).toContain(part);
    }
  });

  it('of a budget total that is not its lines, naming both figures', () => {
    const total = (input.budget.total + 1) as Rupiah;
    const error = refusal({ ...input, budget: { ...input.budget, total } });
    expect(error.at?.field).toBe('budget.total');
    expect(error.params).toEqual({ expected: input.budget.total, actual: total });
  });

  it('of negative, broken and thirteenth-month figures', () => {
    const [line, ...others] = input.budget.lines;
    for (const bad of [
      { persons: -1 },
      { personMonths: line!.persons * 12 + 1 },
      { amount: 0.5 as Rupiah },
    ]) {
      const lines = [{ ...line!, ...bad }, ...others];
      expect(refusal({ ...input, budget: { ...input.budget, lines } }).code).toBe('input.invalid');
    }
  });

  it('of a list with fewer names than it says', () => {
    const short = { ...input, unenrolled: { ...input.unenrolled, rows: [] } };
    const [table] = tablesOf(buildUnenrolledList(short));
    expect(() => [...table!.rows]).toThrow(AppError);
    const count = input.unenrolled.count + 1;
    expect(refusal({ ...input, unenrolled: { ...input.unenrolled, count } }).at?.field).toBe(
      'unenrolled.count',
    );
  });

  it('of a packet with nothing in it', () => {
    const none = { workers: 0, active: 0, inactive: 0, unenrolled: 0, unresolved: 0 };
    const empty: PacketInput = {
      ...input,
      coverage: { ...input.coverage, total: none, segments: [], byOpd: [], byDistrict: [] },
      budget: { lines: [], persons: 0, total: 0 as Rupiah },
      unenrolled: { count: 0, rows: [] },
    };
    expect(refusal(empty).code).toBe('packet.nothing-to-print');
  });
});
