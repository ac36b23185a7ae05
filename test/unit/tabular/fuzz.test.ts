import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test, vi } from 'vitest';
import { AppError } from '../../../src/domain/app-error.ts';
import { openTable } from '../../../src/tabular/open-table.ts';
import { writeArchive } from './raw-workbook.ts';
import { readAll, temporaryFolder } from './temp-folder.ts';

/** Many files are written and read: slow where the disk is busy. */
vi.setConfig({ testTimeout: 60_000 });

const at = temporaryFolder();
const fixture = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../../fixtures/tabular/${name}`, import.meta.url)));

/** A small generator of its own: a failure is named by its round and found again. */
function numbers(seed: number) {
  let state = seed * 2_654_435_761;
  return (below: number) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) | 0;
    return ((state ^ (state >>> 13)) >>> 0) % below;
  };
}

function mutate(bytes: Buffer, seed: number): Buffer {
  const next = numbers(seed);
  const out = Buffer.from(bytes);
  const cut = () => out.subarray(0, next(out.length));
  const flip = () => {
    for (let times = next(12); times >= 0; times -= 1) out[next(out.length)] = next(256);
    return out;
  };
  const splice = () => {
    const start = next(out.length);
    return Buffer.concat([
      out.subarray(0, start),
      out.subarray(Math.min(out.length, start + next(200))),
    ]);
  };
  const repeat = () => {
    const start = next(out.length);
    return Buffer.concat([out.subarray(0, start), out.subarray(start >> 1)]);
  };
  return [cut, flip, splice, repeat][next(4)]?.() ?? out;
}

/** Reads all there is; anything but rows or a typed error fails. */
async function survive(path: string, label: string): Promise<void> {
  try {
    const source = await openTable(path, { limits: { wholeFileBytes: 1e6 } });
    for (const sheet of source.sheets) await readAll(source, sheet.index);
    for (const sheet of source.sheets) await source.merges(sheet.index);
  } catch (error) {
    expect(error, label).toBeInstanceOf(AppError);
    expect(['internal', 'file.unreadable'], label).not.toContain((error as AppError).code);
  }
}

describe('whatever is done to a file, it is read or refused by name', () => {
  test.each(['daftar.xlsx', 'daftar.ods', 'daftar.xls'])('%s', async (name) => {
    const bytes = fixture(name);
    for (let round = 0; round < 300; round += 1) {
      writeFileSync(at(name), mutate(bytes, round));
      await survive(at(name), `${name} ${round}`);
    }
  });

  test('text', async () => {
    const text = Buffer.from(
      '\ufeffNo;Nama;NIK\r\n1;"Siti; S.Pd";3329015205809001\r\n2;José;x\r\n'.repeat(20),
    );
    for (let round = 0; round < 300; round += 1) {
      writeFileSync(at('text.csv'), mutate(text, round));
      await survive(at('text.csv'), `text ${round}`);
    }
  });

  test('the XML inside an intact archive', async () => {
    const row =
      '<row r="2" hidden="1"><c r="A2" t="s"><v>1</v></c><c r="C2" s="1"><v>29353</v></c><c t="inlineStr"><is><t>a&amp;b</t></is></c></row>';
    const parts = {
      'xl/workbook.xml':
        '<workbook><workbookPr date1904="1"/><sheets><sheet name="A" r:id="r1"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="sheet.xml"/><Relationship Id="r2" Type="x/sharedStrings" Target="strings.xml"/><Relationship Id="r3" Type="x/styles" Target="styles.xml"/></Relationships>',
      'xl/sheet.xml': `<worksheet><sheetData>${row.repeat(4)}</sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells></worksheet>`,
      'xl/strings.xml': '<sst><si><t>x</t></si><si><r><t>y</t></r></si></sst>',
      'xl/styles.xml':
        '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    };
    const names = Object.keys(parts) as (keyof typeof parts)[];
    for (let round = 0; round < 200; round += 1) {
      const name = names[round % names.length]!;
      const broken = mutate(Buffer.from(parts[name]), round).toString('latin1');
      await survive(
        await writeArchive(at('inner.xlsx'), { ...parts, [name]: broken }),
        `${name} ${round}`,
      );
    }
  });
});
