import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Rupiah } from '../../../src/domain/brand.ts';
import { loadLegalBasis } from '../../../src/reports/legal-basis.ts';
import { renderPacket } from '../../../src/reports/render-packet.ts';
import { pagesOf, temporaryFolder } from './pdf-tools.ts';
import { createdAt, resources, samplePacket } from './sample-packet.ts';

const options = (dir: string) =>
  ({
    dir,
    paper: 'F4',
    fontsDir: `${resources}fonts`,
    templatesDir: `${resources}templates`,
    createdAt,
  }) as const;

describe('writing a packet', () => {
  it('leaves whole files that are what it says they are, and the same the next time', async () => {
    using folder = temporaryFolder();
    const dir = join(folder.path, 'paket', '2027');
    const { files } = await renderPacket(samplePacket(), options(dir));
    expect(files.map(({ path }) => basename(path))).toEqual([
      'paket-monev.pdf',
      'tabel-monev.xlsx',
      'daftar-belum-terdaftar.xlsx',
    ]);
    expect(readdirSync(dir)).toHaveLength(3);
    for (const { path, sha256, bytes, pages } of files) {
      const content = readFileSync(path);
      expect(createHash('sha256').update(content).digest('hex')).toBe(sha256);
      expect(content).toHaveLength(bytes);
      if (path.endsWith('.pdf')) expect(pagesOf(content)).toHaveLength(pages ?? 0);
    }
    const again = await renderPacket(samplePacket(), options(dir));
    expect(again.files).toEqual(files);
  });

  it('gives a long list a file of its own and takes it away when it is short again', async () => {
    using folder = temporaryFolder();
    const dir = folder.path;
    const long = await renderPacket(samplePacket({ districts: 8, villages: 12 }), options(dir));
    expect(long.files.map(({ kind }) => kind)).toEqual([
      'packet-pdf',
      'list-pdf',
      'tables-xlsx',
      'list-xlsx',
    ]);
    const packet = pagesOf(readFileSync(long.files[0]!.path)).join('');
    expect(packet).toContain('disampaikan dalam berkas tersendiri');
    expect(packet).not.toContain('9901••••');
    await renderPacket(samplePacket(), options(dir));
    expect(existsSync(join(dir, 'daftar-belum-terdaftar.pdf'))).toBe(false);
  });

  it('writes nothing of an input that does not add up', async () => {
    using folder = temporaryFolder();
    const input = samplePacket();
    const budget = { ...input.budget, total: 1 as Rupiah };
    const run = renderPacket({ ...input, budget }, options(folder.path));
    await expect(run).rejects.toMatchObject({ code: 'input.invalid' });
    expect(readdirSync(folder.path)).toEqual([]);
  });

  it('stops where its progress is told to stop, without half a file', async () => {
    using folder = temporaryFolder();
    const stop = new AbortController();
    const run = renderPacket(samplePacket({ districts: 8, villages: 12 }), {
      ...options(folder.path),
      signal: stop.signal,
      onProgress: (kind, done) => {
        if (kind === 'list-pdf' && done > 2) stop.abort();
      },
    });
    await expect(run).rejects.toMatchObject({ code: 'job.cancelled' });
    expect(readdirSync(folder.path)).toEqual(['paket-monev.pdf']);
  });
});

describe('dasar hukum', () => {
  const path = `${resources}legal/dasar-hukum.json`;

  it('prints what is in force for the year and nothing uncertain', () => {
    const cites = (year: number) => loadLegalBasis(path, year).map(({ cite }) => cite);
    expect(cites(2026)).toContain('Peraturan Menteri Dalam Negeri Nomor 14 Tahun 2025');
    expect(cites(2027)).not.toContain('Peraturan Menteri Dalam Negeri Nomor 14 Tahun 2025');
    expect(cites(2027).join()).not.toContain('belum diketahui');
    expect(cites(2027)).toContain('Instruksi Presiden Nomor 2 Tahun 2021');
  });

  it('gives each item a confidence and, where it was read, a source', () => {
    const { items } = JSON.parse(readFileSync(path, 'utf8')) as {
      items: { confidence: string; source: string }[];
    };
    for (const item of items) {
      expect(['V', 'M', 'U']).toContain(item.confidence);
      if (item.confidence === 'V') expect(item.source).not.toBe('');
    }
  });

  it('refuses a missing or damaged file', () => {
    expect(() => loadLegalBasis(`${path}.no`, 2027)).toThrow('file.missing');
    expect(() => loadLegalBasis(`${resources}templates/document.typ`, 2027)).toThrow(
      'file.damaged',
    );
  });
});
