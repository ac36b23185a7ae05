import { describe, expect, it } from 'vitest';
import { requireCivilDate } from '../../../src/domain/civil-date.ts';
import { checkExport } from '../../../src/domain/export-checks.ts';
import {
  asnSignOf,
  deadlineOf,
  defaultDays,
  findingCodes,
  followUpAfterRun,
  followUps,
  isOverdue,
  isPublicEmployer,
  programmesHeld,
} from '../../../src/domain/findings.ts';

describe('the follow-up after another run', () => {
  const turnOf = (
    status: (typeof followUps)[number],
    found: boolean,
    foundBefore = true,
    dataChanged = false,
  ) => followUpAfterRun({ status, found, foundBefore, dataChanged });

  it('is done when nothing is found any longer, and stays as it was while it is', () => {
    for (const status of followUps) {
      expect(turnOf(status, false)).toBe(status === 'diabaikan' ? 'diabaikan' : 'selesai');
      expect(turnOf(status, true)).toBe(status);
    }
  });

  it('returns when it comes back, or when newer data still show what was said to be done', () => {
    expect(turnOf('selesai', true, false)).toBe('kembali');
    expect(turnOf('selesai', true, true, true)).toBe('kembali');
    expect(turnOf('selesai', true, true, false)).toBe('selesai');
    expect(turnOf('diabaikan', true, false, true)).toBe('diabaikan');
  });
});

describe('a civil servant in a list', () => {
  it.each([
    ['Guru NIP 198001012005011003', 'nip'],
    ['19800101 200501 1 003', 'nip'],
    ['PNS', 'asn'],
    ['Staf ASN gol. II', 'asn'],
    ['PPPK Guru', 'pppk'],
    ['Guru P3K', 'pppk'],
  ])('%s', (text, sign) => expect(asnSignOf(text)).toBe(sign));

  it.each([
    'Tenaga non ASN',
    'NON-ASN',
    'PPPK Paruh Waktu',
    'bukan PNS',
    'Petugas kebersihan',
    // A NIK of 16 digits, and 18 digits that are no date.
    '3329010101809001',
    '123456789012345678',
    'Kasnan',
  ])('not: %s', (text) => expect(asnSignOf(text)).toBeNull());
});

describe('who pays', () => {
  it.each([
    'PEMKAB BREBES',
    'Dinas Kesehatan Kab. Brebes',
    'PEMERINTAH KABUPATEN BREBES – PEMERINTAH DESA',
    'RSUD Brebes',
  ])('an office: %s', (name) => expect(isPublicEmployer(name)).toBe(true));
  it.each([
    'PT PEMDA JAYA',
    'CV Dinas Karya',
    'Yayasan Kecamatan Brebes',
    'PT Lain',
    'TOKO MAKMUR',
    '',
  ])('somebody else: %s', (name) => expect(isPublicEmployer(name)).toBe(false));
});

it('a row that names no programme holds JKK and JKM, one that names some holds those', () => {
  const none = { jkk: null, jkm: null, jht: null, jp: null };
  expect(programmesHeld(none)).toEqual(['jkk', 'jkm']);
  expect(programmesHeld({ ...none, jht: 1 })).toEqual(['jht']);
  expect(programmesHeld({ ...none, jkk: 0 })).toEqual([]);
});

it('deadlines count from the day something was found, and are late the day after', () => {
  const deadline = deadlineOf(requireCivilDate('2026-11-23', 'day'), defaultDays('F04'));
  expect(deadline).toBe('2026-11-30');
  const open = { status: 'baru', present: true, deadline } as const;
  expect(isOverdue(open, '2026-11-30')).toBe(false);
  expect(isOverdue(open, '2026-12-01')).toBe(true);
  expect(isOverdue({ ...open, status: 'selesai' }, '2026-12-01')).toBe(false);
  expect(isOverdue({ ...open, present: false }, '2026-12-01')).toBe(false);
  for (const code of findingCodes) expect(defaultDays(code)).toBeGreaterThan(0);
});

describe('an export before a run', () => {
  const sound = {
    fileName: 'rincian.xlsx',
    kind: 'bpjs-pu',
    period: '2026-10',
    rows: 100,
    withNik: 90,
    numbered: 100,
    home: 80,
    names: 95,
    superseded: false,
  };
  const codes = (change: Partial<typeof sound>, asOf = '2026-11-23') =>
    checkExport({ ...sound, ...change }, asOf).map(({ code }) => code);

  it('says nothing of a sound one', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ period: null as never })).toEqual([]);
    expect(codes({ home: 10 })).toEqual([]);
  });

  it('names what speaks against it', () => {
    expect(codes({ period: '2026-07' })).toEqual(['export.old']);
    expect(codes({ period: '2026-12' })).toEqual(['export.later']);
    expect(codes({ period: '2026-07', superseded: true })).toEqual([]);
    expect(codes({ withNik: 0, numbered: 0, home: 0 })).toEqual(['export.no-numbers']);
    expect(codes({ home: 9 })).toEqual(['export.other-regency']);
    expect(codes({ names: 1 })).toEqual(['export.one-name']);
    expect(codes({}, '2027-02-01')).toEqual(['export.old']);
  });
});
