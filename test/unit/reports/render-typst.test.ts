import { describe, expect, it } from 'vitest';
import { formatInteger } from '../../../src/domain/format-id.ts';
import type { Paper } from '../../../src/reports/document.ts';
import { buildPacket } from '../../../src/reports/packet.ts';
import type { PacketInput } from '../../../src/reports/packet-input.ts';
import { renderTypst } from '../../../src/reports/render-typst.ts';
import { infoOf, pagesOf } from './pdf-tools.ts';
import { createdAt, resources, samplePacket } from './sample-packet.ts';

const render = (input: PacketInput, paper: Paper = 'F4') =>
  renderTypst(buildPacket(input), {
    paper,
    fontsDir: `${resources}fonts`,
    templatesDir: `${resources}templates`,
    createdAt,
  });

const input = samplePacket();
const { bytes, pages } = render(input);
const texts = pagesOf(bytes);

describe('the packet on paper', () => {
  it('prints the totals of its input, with dots as thousands', () => {
    const { total } = input.coverage;
    const row = [
      total.workers,
      total.active + total.inactive,
      total.active,
      total.inactive,
      total.unenrolled,
    ].map(formatInteger);
    const share = ((total.active * 100) / total.workers).toFixed(2).replace('.', ',');
    expect(texts[1]).toMatch(new RegExp(`Jumlah\\s+${row.join('\\s+')}\\s+${share}`));
    const budget = texts.find((text) => text.includes('Jumlah kebutuhan anggaran'));
    expect(budget).toContain(formatInteger(input.budget.total));
    expect(texts[0]).toContain(`Rp${formatInteger(input.budget.total)}`);
  });

  it('numbers every page and says of how many', () => {
    expect(texts).toHaveLength(pages);
    texts.forEach((text, i) => {
      expect(text).toContain(`Halaman ${i + 1} dari ${pages}`);
    });
  });

  it('repeats the head of a table that runs over pages', () => {
    const list = texts.filter((text) => text.includes('••••••••'));
    expect(list.length).toBeGreaterThan(5);
    for (const text of list)
      expect(text).toMatch(/No\.\s+Nama\s+NIK\s+Unit\/Desa\s+Jabatan\s+Status/);
  });

  it('prints source, position date and definitions under each coverage table', () => {
    const notes = texts.join('').match(/Data posisi: 31 Oktober 2026\. Sumber:/g);
    expect(notes?.length).toBeGreaterThanOrEqual(5);
    expect(texts.join('').match(/Pembilang: /g)).toHaveLength(4);
  });

  it('never leaves a signature alone on its page', () => {
    for (const text of texts.filter((page) => page.includes('NIP 19700101 199503 9 001'))) {
      const lines = text.split('\n').filter((line) => line.trim() !== '');
      expect(lines.length).toBeGreaterThan(8);
    }
  });

  it('lies on F4 or A4, landscape where tables are wide', () => {
    const f4 = infoOf(bytes, 2);
    expect(f4).toMatch(/Page\s+1 size:\s+609\.4\d* x 935\.4\d* pts/);
    expect(f4).toMatch(/Page\s+2 size:\s+935\.4\d* x 609\.4\d* pts/);
    expect(infoOf(render(input, 'A4').bytes, 1)).toMatch(/595\.\d+ x 841\.\d+ pts/);
  });

  it('has the same bytes for the same input and stamp', () => {
    expect(render(samplePacket()).bytes.equals(bytes)).toBe(true);
    expect(infoOf(bytes)).toContain('Mon Nov  2 03:04:05 2026');
  });
});

describe('text that people typed', () => {
  const names = [
    '=HYPERLINK("http://contoh.invalid")',
    '#import "x.typ": *',
    '*tebal* _miring_ $x^2$ `kode`',
    '#panic("x") \\ @label <a>',
    "D'Artagnan & Co -- </script>",
  ];

  it('prints as it stands and never becomes markup', () => {
    const text = pagesOf(render(samplePacket({ names })).bytes).join('');
    for (const name of names) expect(text).toContain(name);
  });

  it('does not spoil the page where the font lacks a letter or a word never ends', () => {
    const odd = ['\u0623\u062d\u0645\u062f', '\ud83d\ude00 Budi', 'x'.repeat(300), '\ud800', ''];
    const rendered = render(samplePacket({ names: odd }));
    expect(pagesOf(rendered.bytes).join('')).toContain('□ Budi');
  });
});

describe('an office that has not filled in its profile', () => {
  it('gets blanks to write on', () => {
    const blankProfile: PacketInput = {
      ...input,
      regency: { ...input.regency, office: { name: '', addressLines: [] } },
      signatory: { title: '', name: '', place: 'Contoh' },
      letter: { number: '', nature: 'Biasa', recipient: [], recipientPlace: '', tembusan: [] },
      assumptions: [],
      legalBasis: [],
      sources: [],
    };
    const [letter] = pagesOf(render(blankProfile).bytes);
    expect(letter).toMatch(/Nomor\s+:\s+\.{20}/);
    expect(letter).toMatch(/Contoh, \.{20}/);
    expect(letter).toContain('PEMERINTAH KABUPATEN CONTOH');
  });
});
