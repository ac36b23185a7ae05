import { describe, expect, it } from 'vitest';
import type { PersonCells } from '../../../src/linkage/side.ts';
import { crowd, run } from './people.ts';

/** Sixty people whom the clerk calls by one name and the register by sixty. */
function calledPeople(): { left: Partial<PersonCells>[]; right: Partial<PersonCells>[] } {
  const left: Partial<PersonCells>[] = [];
  const right: Partial<PersonCells>[] = [];
  for (let i = 0; i < 60; i++) {
    const day = String(1 + (i % 28)).padStart(2, '0');
    const month = String(1 + (i % 12)).padStart(2, '0');
    const year = 1950 + i;
    const nik = `332901${day}${month}${String(year).slice(2)}9${String(i).padStart(3, '0')}`;
    const same = { nik, birthDate: `${year}-${month}-${day}`, sex: 'L' };
    left.push({ ...same, name: 'KENTUNG' });
    const ending = String.fromCharCode(65 + (i % 26), 65 + ((i * 7) % 26));
    right.push({ ...same, name: `WIRYO${ending} SASTRO${ending}` });
  }
  return { left, right };
}

const scene = crowd(1500, 77);
const called = calledPeople();

/** Bits of a pair whose names have nothing in common, beside the sixty. */
function bitsOf(name: string): number {
  const place = { birthDate: '1961-04-19', village: 'TEMPURWETAN', sex: 'L' };
  const left = [...scene.left, ...called.left, { ...place, name }];
  const right = [...scene.right, ...called.right, { ...place, name: 'GATOT PRAWIRO' }];
  const { links, candidates } = run(left, right, { thresholds: { review: 0 } });
  const isIt = (pair: { left: number; right: number }): boolean =>
    pair.left === left.length - 1 && pair.right === right.length - 1;
  expect(links.some(isIt)).toBe(false);
  return candidates.find(isIt)?.weight ?? Number.NEGATIVE_INFINITY;
}

describe('a name people are called by', { timeout: 60_000 }, () => {
  const other = bitsOf('MARSUDI');

  it('speaks far less against a pair than another name, and links nothing by itself', () => {
    expect(bitsOf('KENTUNG')).toBeGreaterThan(other + 4);
  });

  it('is the whole name or none', () => {
    expect(bitsOf('KENTUNG MARSUDI')).toBeCloseTo(other, 3);
  });

  it('is seen the same from either side', () => {
    const { links } = run([...scene.left, ...called.left], [...scene.right, ...called.right]);
    const swapped = run([...scene.right, ...called.right], [...scene.left, ...called.left]).links;
    const texts = links.map((pair) => `${pair.left}/${pair.right}`).sort();
    expect(swapped.map((pair) => `${pair.right}/${pair.left}`).sort()).toEqual(texts);
  });
});
