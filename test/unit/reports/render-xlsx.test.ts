import { describe, expect, it } from 'vitest';
import { tablesOf } from '../../../src/reports/document.ts';
import { buildPacket, buildUnenrolledList } from '../../../src/reports/packet.ts';
import { columnLetter, sheetsOf } from '../../../src/reports/render-xlsx.ts';
import type { OutCell } from '../../../src/tabular/types.ts';
import { samplePacket } from './sample-packet.ts';

const input = samplePacket({ names: ['=HYPERLINK("x")'] });
const document = buildPacket(input);
const sheets = sheetsOf(document, tablesOf(document), 'F4').map((sheet) => ({
  ...sheet,
  rows: [...sheet.rows],
}));
type Sheet = (typeof sheets)[number];

const shown = (cell: OutCell | undefined) =>
  cell !== null && typeof cell === 'object' ? cell.v : (cell ?? null);
const formulaOf = (cell: OutCell | undefined) =>
  cell !== null && typeof cell === 'object' ? cell.formula : undefined;

/** Works a formula out over the cached values, as a spreadsheet would. */
function evaluate(sheet: Sheet, formula: string): number {
  const at = (reference: string): OutCell | undefined => {
    const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(reference) ?? [];
    return sheet.rows[Number(row) - 1]?.[letters.charCodeAt(0) - 65];
  };
  const range = /^(?:SUM|SUBTOTAL)\((9,)?([A-Z])(\d+):[A-Z](\d+)\)$/.exec(formula);
  if (range !== null) {
    const [, skip, letter, from, to] = range;
    let total = 0;
    for (let row = Number(from); row <= Number(to); row += 1) {
      const cell = at(`${letter}${row}`);
      const isSubtotal = formulaOf(cell)?.startsWith('SUBTOTAL') === true;
      if (!(skip !== undefined && isSubtotal)) total += Number(shown(cell) ?? 0);
    }
    return total;
  }
  const ratio = /^IF\((\w+)=0,"",(\w+)\/(\w+)\)$/.exec(formula);
  if (ratio !== null) return Number(shown(at(ratio[2]!))) / Number(shown(at(ratio[3]!)));
  return formula.split('+').reduce((sum, part) => sum + Number(shown(at(part)) ?? 0), 0);
}

describe('worksheets', () => {
  it('hold formulas whose results are the cached values', () => {
    let formulas = 0;
    for (const sheet of sheets) {
      for (const cell of sheet.rows.flat()) {
        const formula = formulaOf(cell);
        if (formula === undefined) continue;
        formulas += 1;
        expect(evaluate(sheet, formula)).toBe(shown(cell));
      }
    }
    expect(formulas).toBeGreaterThan(100);
  });

  it('total what the input says', () => {
    const budget = sheets.find((sheet) => sheet.name === 'Tabel 5')!;
    const total = budget.rows.find((row) => shown(row[1]) === 'Jumlah kebutuhan anggaran');
    expect(shown(total?.at(-1))).toBe(input.budget.total);
    expect(formulaOf(total?.at(-1))).toMatch(/^F\d+\+G\d+$/);
  });

  it('repeat the head rows, numbers of columns included', () => {
    const first = sheets[0]!;
    expect(first.headRows).toEqual({ from: 3, to: 5 });
    expect(first.rows[3]?.map(shown)).toContain('Peserta Terdaftar');
    expect(first.rows[5]?.map(shown)).toContain('4=5+6');
  });

  it('keep identifiers and would-be formulas as text', () => {
    const list = buildUnenrolledList(input);
    const [sheet] = sheetsOf(list, tablesOf(list), 'A4');
    const rows = [...sheet!.rows];
    const row = rows[4]!;
    expect(shown(row[1])).toBe('=HYPERLINK("x")');
    expect(formulaOf(row[1])).toBeUndefined();
    expect(row[2]).toMatchObject({ v: '9901••••••••9000', style: 'text' });
  });

  it('count columns past Z', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnLetter)).toEqual(
      'A Z AA AZ BA ZZ AAA'.split(' '),
    );
  });
});
