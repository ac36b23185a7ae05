import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { Document, Row } from '../../../src/reports/document.ts';
import { buildUnenrolledList } from '../../../src/reports/packet.ts';
import { type ListOptions, renderListPdf } from '../../../src/reports/render-list-pdf.ts';
import { infoOf, pagesOf } from './pdf-tools.ts';
import { createdAt, resources, samplePacket } from './sample-packet.ts';

async function render(document: Document, more: Partial<ListOptions> = {}) {
  const chunks: Buffer[] = [];
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  const options = { paper: 'F4', fontsDir: `${resources}fonts`, createdAt, ...more } as const;
  const pages = await renderListPdf(document, sink, options);
  return { pages, bytes: Buffer.concat(chunks) };
}

const names = ['=HYPERLINK("x")', '(tutup) \\ )Tj', `Raden ${'Panjang '.repeat(30)}`, 'Ωmega 😀'];
const input = samplePacket({ names });
const list = buildUnenrolledList(input);
const { bytes, pages } = await render(list);
const texts = pagesOf(bytes);

describe('a long list', () => {
  it('prints every row once, in order', () => {
    const numbers = texts
      .join('\n')
      .split('\n')
      .flatMap((line) => /^\s*([\d.]+)\s.*9901/.exec(line)?.[1] ?? [])
      .map((text) => Number(text.replaceAll('.', '')));
    expect(numbers).toEqual(Array.from({ length: input.unenrolled.count }, (_, i) => i + 1));
  });

  it('repeats its head and numbers its pages', () => {
    expect(texts).toHaveLength(pages);
    texts.forEach((text, i) => {
      expect(text).toMatch(/No\.\s+Nama\s+NIK\s+Unit\/Desa\s+Jabatan\s+Status/);
      expect(text).toContain(`Halaman ${i + 1} dari ${pages}`);
    });
  });

  it('prints names literally and wraps the long ones', () => {
    expect(texts[0]).toContain('=HYPERLINK("x")');
    expect(texts[0]).toContain('(tutup) \\ )Tj');
    expect(texts[0]?.match(/Panjang/g)).toHaveLength(30);
    expect(texts[0]).toContain('Ωmega □');
  });

  it('ends with notes and a signature that has rows above it', () => {
    expect(texts.at(-1)).toContain('NIP 19700101 199503 9 001');
    expect(texts.at(-1)).toContain('9901••••••••');
    expect(texts.at(-1)).toContain('NIK disamarkan');
  });

  it('lies on landscape F4 or A4', async () => {
    expect(infoOf(bytes)).toMatch(/935\.4\d* x 609\.4\d* pts/);
    expect(infoOf((await render(list, { paper: 'A4' })).bytes)).toMatch(/841\.\d+ x 595\.\d+ pts/);
  });

  it('has the same bytes for the same input and stamp', async () => {
    expect((await render(buildUnenrolledList(input))).bytes.equals(bytes)).toBe(true);
  });

  it('stops when asked to', async () => {
    const stop = new AbortController();
    const onPage = (page: number) => {
      if (page === 3) stop.abort();
    };
    const stopped = render(list, { signal: stop.signal, onPage });
    await expect(stopped).rejects.toMatchObject({ code: 'job.cancelled' });
  });

  it('stops when its rows change between the passes', async () => {
    const short = { ...input, unenrolled: { ...input.unenrolled, rows: [] } };
    await expect(render(buildUnenrolledList(short))).rejects.toMatchObject({
      code: 'input.invalid',
    });
  });

  it('says so when nobody is on it', async () => {
    const blocks = list.sections[0]!.blocks.map((block) =>
      block.kind === 'table' ? { ...block, rows: [] as Row[] } : block,
    );
    const empty = { ...list, sections: [{ ...list.sections[0]!, blocks }] };
    const rendered = await render(empty);
    expect(rendered.pages).toBe(1);
    expect(pagesOf(rendered.bytes)[0]).toContain('Nihil');
  });
});
