import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reconcile } from '../../../src/linkage/reconcile.ts';
import type { PersonCells } from '../../../src/linkage/side.ts';
import { crowd, type pairsOf, person, run, sideOf } from './people.ts';

type Rows = readonly Partial<PersonCells>[];

/** Links as sorted texts of what the rows hold: rows equal in every field may stand in for each other. */
function linkTexts(left: Rows, right: Rows): string[] {
  return run(left, right)
    .links.map(
      (pair) => `${JSON.stringify(left[pair.left])} = ${JSON.stringify(right[pair.right])}`,
    )
    .map((text) => text.toUpperCase())
    .sort();
}

function shuffled(n: number, seed: number): number[] {
  const order = Array.from({ length: n }, (_, i) => i);
  let state = seed;
  for (let i = n - 1; i > 0; i--) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    const j = state % (i + 1);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

const scene = crowd(900, 5);

describe('reconcile', { timeout: 60_000 }, () => {
  const straight = linkTexts(scene.left, scene.right);

  it('finds most people of the scene', () => {
    expect(straight.length).toBeGreaterThan(700);
  });

  it('is deterministic', () => {
    expect(linkTexts(scene.left, scene.right)).toEqual(straight);
  });

  it('gives the same links when the sides change places', () => {
    const swapped = run(scene.right, scene.left).links.map(
      ({ left, right }) =>
        `${JSON.stringify(scene.left[right])} = ${JSON.stringify(scene.right[left])}`,
    );
    expect(swapped.map((text) => text.toUpperCase()).sort()).toEqual(straight);
  });

  it.each([1, 2, 3])('does not depend on row order (%i)', (seed) => {
    const l = shuffled(scene.left.length, seed);
    const r = shuffled(scene.right.length, seed + 100);
    const keys = linkTexts(
      l.map((i) => scene.left[i]!),
      r.map((i) => scene.right[i]!),
    );
    expect(keys).toEqual(straight);
  });

  it('gives probabilities that do not depend on side or order', () => {
    const probabilities = (pairs: ReturnType<typeof pairsOf>, flip: boolean) =>
      new Map(
        pairs.map((p) => [flip ? `${p.right}-${p.left}` : `${p.left}-${p.right}`, p.probability]),
      );
    const one = run(scene.left, scene.right);
    const other = run(scene.right, scene.left);
    const a = probabilities([...one.links, ...one.candidates], false);
    const b = probabilities([...other.links, ...other.candidates], true);
    for (const [key, p] of a) if (b.has(key)) expect(b.get(key)).toBeCloseTo(p, 5);
  });

  it('is one-to-one, with classes and probabilities in their ranges', () => {
    const { links, candidates } = run(scene.left, scene.right);
    expect(new Set(links.map((pair) => pair.left)).size).toBe(links.length);
    expect(new Set(links.map((pair) => pair.right)).size).toBe(links.length);
    for (const pair of links) expect(['nik', 'kpj', 'strong']).toContain(pair.class);
    for (const pair of candidates) expect(['review', 'conflict']).toContain(pair.class);
    for (const pair of [...links, ...candidates]) {
      expect(pair.probability).toBeGreaterThanOrEqual(0);
      expect(pair.probability).toBeLessThanOrEqual(1);
    }
    const perLeft = new Map<number, number>();
    for (const pair of candidates) perLeft.set(pair.left, (perLeft.get(pair.left) ?? 0) + 1);
    for (const count of perLeft.values()) expect(count).toBeLessThanOrEqual(5);
  });

  it('takes any small files, whatever stands in the cells', () => {
    const text = fc.oneof(
      fc.constantFrom('', '0', 'SITI', 'H.', 'M', '3329015205809001', '1980-05-12', ',', '３', 'Ñ'),
      fc.string({ unit: 'binary', maxLength: 12 }),
    );
    const cells = fc.record({
      nik: text,
      kpj: text,
      name: text,
      birthDate: text,
      sex: text,
      village: text,
    });
    const rows = fc.array(cells, { maxLength: 8 });
    fc.assert(
      fc.property(rows, rows, (left, right) => {
        const { links } = run(left, right);
        expect(links.length).toBeLessThanOrEqual(Math.min(left.length, right.length));
      }),
      { numRuns: 150 },
    );
  });

  it('takes files with no rows and with one', () => {
    expect(run([], []).links).toEqual([]);
    expect(run([{ name: 'SITI' }], []).links).toEqual([]);
    expect(run([], [{ name: 'SITI' }]).links).toEqual([]);
    const one = { nik: '3329015205809001', name: 'SITI AMINAH', birthDate: '1980-05-12' };
    expect(run([one], [one]).links).toHaveLength(1);
  });

  it('links without any NIK', () => {
    const bare = (rows: Rows): Rows => rows.map((row) => ({ ...row, nik: '' }));
    expect(run(bare(scene.left), bare(scene.right)).links.length).toBeGreaterThan(690);
  });

  it('links with numbers alone, and with names alone where they are rare', () => {
    const numbers = (rows: Rows): Rows => rows.map((row) => ({ nik: row.nik ?? '' }));
    expect(run(numbers(scene.left), numbers(scene.right)).links.length).toBeGreaterThan(600);
    const names = (rows: Rows): Rows => rows.map((row) => ({ name: row.name ?? '' }));
    expect(run(names(scene.left), names(scene.right)).links.length).toBeGreaterThan(200);
  });

  it('works through twenty thousand people of one name and birth date', () => {
    const crowdOfOne = Array.from({ length: 20_000 }, () => ({
      name: 'SITI AMINAH',
      birthDate: '1980-05-12',
    }));
    const { links, result } = run(crowdOfOne, crowdOfOne);
    expect(links).toHaveLength(0);
    expect(result.model.pairsWeighed).toBeLessThan(3_000_000);
    const numbered = crowdOfOne.map((row, i) => ({
      ...row,
      kpj: String(11_400_000_000 + i * 977),
    }));
    expect(run(numbered, numbered).links).toHaveLength(20_000);
  });

  it('groups double rows, and links one of them', () => {
    const one = {
      nik: '3329015205809001',
      name: 'SITI AMINAH',
      birthDate: '1980-05-12',
      village: 'REJO',
    };
    const again = { ...one, nik: '', name: 'St. Aminah' };
    const other = { name: 'SUGENG', birthDate: '1970-01-09', village: 'REJO' };
    const { result, links } = run([one, other, again], [again, one, other]);
    expect(Array.from(result.duplicates.left)).toEqual([0, 1, 0]);
    expect(Array.from(result.duplicates.right)).toEqual([0, 0, 2]);
    expect(links).toHaveLength(2);
    expect(links.every((pair) => pair.probability > 0.9)).toBe(true);
  });

  it('heeds what officers decided', () => {
    const hadi = { name: 'HADI', birthDate: '1980-05-12', village: 'REJO' };
    const adi = { name: 'ADI', birthDate: '1980-05-12', village: 'REJO' };
    expect(run([hadi], [adi]).links).toEqual([]);
    const must = run([hadi], [adi], { mustLink: [[0, 0]] });
    expect(must.links).toMatchObject([{ left: 0, right: 0, probability: 1 }]);
    const barred = run([hadi], [hadi], { cannotLink: [[0, 0]] });
    expect(barred.links).toEqual([]);
    expect(barred.candidates).toEqual([]);
  });

  it('follows the thresholds it is given', () => {
    const strict = run(scene.left, scene.right, { thresholds: { accept: 0.999_99, review: 0.05 } });
    const loose = run(scene.left, scene.right, { thresholds: { accept: 0.5, review: 0.05 } });
    expect(strict.links.length).toBeLessThan(loose.links.length);
    const fuzzy = strict.links.filter((pair) => pair.class === 'strong');
    for (const pair of fuzzy) expect(pair.probability).toBeGreaterThanOrEqual(0.999_99);
  });

  it('reports progress and stops when told to', () => {
    const left = sideOf(scene.left);
    const right = sideOf(scene.right);
    const stages = new Set<string>();
    reconcile(left, right, { onProgress: ({ stage }) => stages.add(stage) });
    expect([...stages]).toEqual(['prepare', 'numbers', 'candidates', 'second-pass', 'assign']);
    const stopped = { aborted: false };
    const stop = () =>
      reconcile(left, right, {
        signal: stopped,
        onProgress: () => {
          stopped.aborted = true;
        },
      });
    expect(stop).toThrow(expect.objectContaining({ code: 'job.cancelled' }));
  });

  it('leaves the sides as they were', () => {
    const left = sideOf(scene.left);
    const before = structuredClone(left);
    reconcile(left, sideOf(scene.right));
    expect(left.date).toEqual(before.date);
    expect(left.words).toEqual(before.words);
    expect(left.rows).toBe(before.rows);
  });

  it('ignores rows of an officer that do not exist', () => {
    expect(run([person({ name: 'SITI' })], [], { mustLink: [[0, 4]] }).links).toEqual([]);
  });
});
