import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dateOfSerial } from '../../../src/domain/civil-date.ts';
import type { SampleTruth } from '../../../src/engine/sample/truth.ts';
import { openTable } from '../../../src/tabular/open-table.ts';
import { cellKind } from '../../../src/tabular/types.ts';

export interface TruthPerson {
  readonly nik: string;
  readonly name: string;
  readonly birth_date: string;
  readonly roster: string;
  readonly also_in: string;
  readonly unit: string;
  readonly status: string;
  readonly village: string;
  readonly wage: string;
  readonly reported_wage: string;
  readonly deceased: string;
}

export interface TruthRow {
  readonly file: string;
  readonly sheet: string;
  readonly row: string;
  readonly kind: string;
  readonly person: string;
  readonly damage: string;
  readonly repeated: string;
  readonly kpj: string;
}

function readLines<T>(path: string): T[] {
  const [head = '', ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n');
  const names = head.split(',');
  return lines.map(
    (line) => Object.fromEntries(line.split(',').map((value, at) => [names[at], value])) as T,
  );
}

/** The truth beside a sample. */
export function readTruth(dir: string) {
  const truth: SampleTruth = JSON.parse(readFileSync(join(dir, 'truth.json'), 'utf8'));
  const people = readLines<TruthPerson>(join(dir, truth.people));
  return { truth, people, rows: readLines<TruthRow>(join(dir, truth.rows)) };
}

export type Line = readonly string[];

/** Every row of a file, by `sheet|row`; date cells as ISO text. */
export async function readCells(path: string): Promise<Map<string, Line>> {
  const source = await openTable(path);
  const lines = new Map<string, Line>();
  for (const sheet of source.sheets) {
    for await (const batch of source.rows(sheet.index)) {
      for (const { row, cells, kinds } of batch) {
        const texts = cells.map((text, at) =>
          kinds?.[at] === cellKind.date ? (dateOfSerial(Number(text)) ?? text) : text,
        );
        lines.set(`${sheet.name}|${row}`, texts);
      }
    }
  }
  return lines;
}

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MEI', 'JUN', 'JUL', 'AGS', 'SEP', 'OKT', 'NOV', 'DES'];

/** The ISO date in a cell of a BPJS file: already ISO, `12-05-1980`, or `5-MEI-80`. */
export function isoOf(text: string | undefined): string | null {
  if (text === undefined || text === '') return null;
  if (/^\d{4}-/.test(text)) return text;
  const [day = '', month = '', year = ''] = text.split('-');
  const number = /^\d+$/.test(month) ? month : String(months.indexOf(month) + 1);
  const full = year.length === 4 ? year : `${Number(year) > 30 ? '19' : '20'}${year}`;
  return `${full}-${number.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
