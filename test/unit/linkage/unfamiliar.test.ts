import { describe, expect, it } from 'vitest';
import { isoDate, packDate } from '../../../src/linkage/normalise/dates.ts';
import type { PersonCells } from '../../../src/linkage/side.ts';
import { crowd, run } from './people.ts';

type Cells = Partial<PersonCells>;

const syllables = 'KA LO MI RA TE SU NO PI DU GE WA BO YU HE LI'.split(' ');

/** Person i: a name of its own, a birth date that many share. */
function someone(i: number): Cells {
  const name = [i % 15, Math.floor(i / 15) % 15, Math.floor(i / 225) % 15, (i * 7) % 15]
    .map((at) => syllables[at])
    .join('');
  const day = packDate(1960 + (i % 40), 1 + (i % 12), 1 + (i % 28));
  return {
    name: `${name} ${syllables[(i * 11) % 15]}${syllables[i % 13]}`,
    birthDate: isoDate(day),
  };
}

const people = (n: number, change: (cells: Cells, i: number) => Cells): Cells[] =>
  Array.from({ length: n }, (_, i) => change(someone(i), i));

const rightShare = (links: readonly { left: number; right: number }[]): number =>
  links.filter(({ left, right }) => left === right).length / Math.max(1, links.length);

describe('data unlike what the matcher was made for', { timeout: 60_000 }, () => {
  it('a NIK that everybody bears links nobody by itself', () => {
    const nik = '3329010101809001';
    const { links } = run(
      people(600, (cells) => ({ ...cells, nik })),
      people(600, (cells, i) => (i < 300 ? { ...cells, nik } : { ...someone(i + 5_000), nik })),
    );
    expect(links.length).toBeGreaterThan(270);
    expect(links.length).toBeLessThanOrEqual(302);
    expect(rightShare(links)).toBeGreaterThan(0.99);
  });

  for (const column of ['nik', 'kpj'] as const) {
    it(`seven digits in ${column} are compared as they are`, () => {
      const side = people(400, (cells, i) => ({ ...cells, [column]: String(4_100_000 + i * 37) }));
      const other = side.map((cells) => ({ ...cells, birthDate: '' }));
      const { links } = run(side, other);
      expect(links.length).toBeGreaterThan(390);
      expect(rightShare(links)).toBe(1);
    });
  }

  const scene = crowd(1_200, 9);
  for (const gone of ['village', 'sex', 'nik', 'birthDate', 'kpj'] as const) {
    it(`works without ${gone} on either side`, () => {
      const without = (rows: readonly PersonCells[]) => rows.map((row) => ({ ...row, [gone]: '' }));
      const { links } = run(without(scene.left), without(scene.right));
      expect(links.length).toBeGreaterThan(700);
    });
  }

  it('names from elsewhere are told apart', () => {
    const names = [
      'NGUYEN VAN AN',
      'TRAN THI HOA',
      "SEÁN O'BRIEN",
      '李 伟',
      '王 芳',
      'MÜLLER JÜRGEN',
      'ABDURRAHMAN AL-MASRI',
      'Χρήστος Παπαδόπουλος',
    ];
    const rows = names.map((name) => ({ name, birthDate: '1980-03-14', village: 'REJO' }));
    const { links } = run([...scene.left, ...rows], [...scene.right, ...rows].reverse());
    const last = scene.left.length;
    const found = links.filter(({ left }) => left >= last);
    expect(found.length).toBeGreaterThanOrEqual(names.length - 2);
    for (const { left, right } of found) expect(right).toBe(names.length - 1 - (left - last));
  });

  it('takes its probabilities nearer to what officers decide, and says from how many', () => {
    const plain = run(scene.left, scene.right, { thresholds: { accept: 0.999, review: 0.001 } });
    const shown = plain.candidates.filter(({ probability }) => probability < 0.99).slice(0, 40);
    expect(plain.result.model.calibration).toEqual({ decisions: 0, shift: 0, slope: 1 });
    const cannotLink = Array.from({ length: 60 }, (_, i) => {
      const { left, right } = shown[i % shown.length] ?? { left: 0, right: 0 };
      return [left, right] as const;
    });
    const refitted = run(scene.left, scene.right, { cannotLink });
    expect(refitted.result.model.calibration.decisions).toBe(60);
    expect(refitted.result.model.calibration.shift).toBeLessThan(0);
  });
});
