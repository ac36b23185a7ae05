import { describe, expect, it } from 'vitest';
import { explainPair } from '../../../src/linkage/explain/explain-pair.ts';
import { explainText, percentText } from '../../../src/linkage/explain/explain-text.ts';
import { factsOfCells, factsOfRow } from '../../../src/linkage/explain/person-facts.ts';
import type { PersonCells } from '../../../src/linkage/side.ts';
import { person, run, sideOf } from './people.ts';

function why(left: Partial<PersonCells>, right: Partial<PersonCells>): string {
  const { links, candidates } = run([left], [right], { mustLink: [[0, 0]] });
  const pair = [...links, ...candidates][0]!;
  const reasons = explainPair(
    pair.evidence,
    factsOfCells(person(left)),
    factsOfCells(person(right)),
  );
  return explainText(reasons, 0.98);
}

const base = { birthDate: '1980-05-12', village: 'SUKAMAJU' };

describe('explanations', () => {
  it('says what an officer would say', () => {
    const left = { ...base, nik: '3329011295809001', name: 'SOEPARNO' };
    const right = { ...base, nik: '3329011205809001', name: 'SUPARNO', birthDate: '1980-12-05' };
    expect(why(left, right)).toBe(
      'NIK beda 1 angka (digit ke-9), nama sama setelah ejaan disamakan (SOEPARNO = SUPARNO), ' +
        'hari–bulan tertukar, desa sama, ditetapkan petugas → 98 %',
    );
  });

  it.each([
    [{ nik: '3329011205809001' }, { nik: '3329011205809001' }, 'NIK sama'],
    [
      { nik: '3329011250809001' },
      { nik: '3329011205809001' },
      'NIK dua angka tertukar (digit ke-9 dan 10)',
    ],
    [
      { nik: '3329011205809000' },
      { nik: '3329011205809003' },
      'NIK sama 15 angka, digit terakhir hilang',
    ],
    [{ nik: '3.32901E+15' }, { nik: '3329011205809003' }, 'NIK rusak karena notasi E'],
    [{ kpj: '11406250951' }, { kpj: '11406250951' }, 'KPJ sama'],
    [{ name: 'SITI AMINAH' }, { name: 'AMINAH SITI' }, 'nama sama, urutan kata beda'],
    [
      { name: 'NUR HAYATI' },
      { name: 'NURHAYATI' },
      'nama sama, beda spasi (NUR HAYATI = NURHAYATI)',
    ],
    [{ name: 'BUDI S' }, { name: 'BUDI SANTOSO' }, 'nama sama dengan singkatan (S = SANTOSO)'],
    [{ name: 'BUDI' }, { name: 'BUDI SANTOSO' }, 'nama sama kecuali kata tambahan (SANTOSO)'],
    [{ name: 'SUTRINSO' }, { name: 'SUTRISNO' }, 'nama mirip (SUTRINSO ~ SUTRISNO)'],
    [{ name: 'SITI AMINAH' }, { name: 'SITI ROHANI' }, 'nama sama sebagian (AMINAH bukan ROHANI)'],
    [
      { birthDate: '1980-05-12' },
      { birthDate: '1980-05-13' },
      'tanggal lahir beda tipis (12-05-1980 dan 13-05-1980)',
    ],
    [
      { birthDate: '1980-01-01' },
      { birthDate: '1980-05-13' },
      'tahun lahir sama, satu tanggal isian baku (01-01-1980 dan 13-05-1980)',
    ],
    [{ sex: 'L' }, { sex: 'P' }, 'jenis kelamin beda'],
    [{ village: 'SUKAMAJU' }, { village: 'Ds. Suka Maju' }, 'desa sama'],
    [{ village: 'SUKAMAJU' }, { village: 'SUKAMAJJU' }, 'desa sama, ejaan beda'],
    [{ village: 'SUKAMAJU' }, { village: 'KARANGREJO' }, 'desa beda'],
  ])('%o and %o', (left, right, phrase) => {
    expect(why(left, right).toLowerCase()).toContain(phrase.toLowerCase());
  });

  it('names the rule that two NIKs fitting two dates are two people', () => {
    const { result } = run(
      [{ nik: '3329011205809001', name: 'SLAMET', birthDate: '1980-05-12' }],
      [{ nik: '3329011205819001', name: 'SLAMET', birthDate: '1981-05-12' }],
      { mustLink: [[0, 0]] },
    );
    const facts = factsOfRow(sideOf([{}]), 0);
    const codes = explainPair(result.links.evidence[0]!, facts, facts).map((reason) => reason.code);
    expect(codes).toContain('rule.self-consistent');
  });

  it('writes probabilities as people read them', () => {
    expect([0.98, 0.9949, 0.9995, 0.504, 0.003].map(percentText)).toEqual([
      '98 %',
      '99,4 %',
      '> 99,9 %',
      '50 %',
      '< 1 %',
    ]);
  });
});
