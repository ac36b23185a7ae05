/** Every code the engine can send has words; a code without them would reach a person raw. */
import { describe, expect, it } from 'vitest';
import { rowActions } from '../../../../src/contract/import-routes.ts';
import { errorCodes } from '../../../../src/domain/app-error.ts';
import {
  enrolments,
  entryStatuses,
  fundSources,
  importKinds,
  programmes,
  rosters,
} from '../../../../src/domain/segments.ts';
import { bpjsFields, ignoredFields, rosterFields } from '../../../../src/engine/import/fields.ts';
import { importIssueCodes } from '../../../../src/engine/import/issues.ts';
import { asideReasons } from '../../../../src/engine/import/row-shape.ts';
import { errorWords } from '../../../../src/ui/words/errors.ts';
import {
  decisionText,
  factWords,
  fieldLabel,
  profileText,
  setAsideText,
} from '../../../../src/ui/words/import-words.ts';
import { issueName, issueText } from '../../../../src/ui/words/issue-words.ts';
import * as labels from '../../../../src/ui/words/labels.ts';
import { journalText, linkClassWords, stageText } from '../../../../src/ui/words/work-words.ts';

const sentence = /^[A-Z].*[^.]$/;

describe('errors', () => {
  it.each(errorCodes)('%s says what happened and what to do', (code) => {
    const { title, advice } = errorWords({ code, params: {} });
    expect(title).toMatch(sentence);
    expect(advice).toMatch(/^[A-Z].*\.$/);
    expect(`${title} ${advice}`).not.toContain(
      code === 'usage' || code === 'internal' ? '…' : code,
    );
  });

  it('names the place and the log number', () => {
    const words = errorWords({
      code: 'import.no-header',
      at: { file: 'a.xlsx', sheet: 'Rekap', row: 1204 },
      params: {},
    });
    expect(words.title).toBe(
      'Baris judul kolom tidak ditemukan (a.xlsx, lembar Rekap, baris 1.204)',
    );
    expect(errorWords({ code: 'internal', params: { logId: 'k3x9' } }).advice).toContain('k3x9');
  });
});

describe('vocabularies', () => {
  it.each([
    ['rosters', rosters, labels.rosterLabels],
    ['rosters in a sentence', rosters, labels.rosterInSentence],
    ['import kinds', importKinds, labels.importKindLabels],
    ['enrolments', enrolments, labels.enrolmentLabels],
    ['statuses', entryStatuses, labels.statusLabels],
    ['fund sources', fundSources, labels.fundSourceLabels],
    ['programmes', programmes, labels.programmeLabels],
    ['row actions', rowActions, labels.rowActionLabels],
  ] as const)('%s have distinct names', (_, codes, table) => {
    const names = codes.map((code) => (table as Record<string, string>)[code]);
    expect(names.every((name) => name !== undefined && name !== '')).toBe(true);
    expect(new Set(names).size).toBe(codes.length);
  });
});

describe('choices of an import', () => {
  it('are said in words: modes, readings, what is remembered', () => {
    expect(new Set(Object.values(labels.modeLabels)).size).toBe(4);
    expect(decisionText('date.mdy', { by: 'user', evidence: 0, against: 1204 })).toBe(
      'Dibaca bulan-hari-tahun menurut pilihan Anda; 1.204 nilai hanya mungkin sebaliknya',
    );
    expect(decisionText('money.ambiguous', { commaDecimal: 2, dotDecimal: 3 })).toContain('2');
    expect(
      profileText({
        mapping: { 'Nomor A': 'nik', Lain: null },
        decisions: { birthDate: 'mdy' },
        encoding: 'windows-1252',
        delimiter: ';',
      }),
    ).toBe(
      'Nomor A → NIK · Lain → tidak dipakai · Tanggal lahir: bulan-hari-tahun · Windows-1252 (Excel lama) · pemisah titik koma (;)',
    );
    expect(journalText('import.commit', { file: 'a.csv', add: 1, update: 2, leave: 3 })).toBe(
      'Impor a.csv disimpan: 1 baru, 2 berubah, 3 keluar',
    );
  });
});

describe('import', () => {
  const domainCodes = [
    ...['nik', 'kpj', 'npp'].map((id) => `${id}.length`),
    ...['nik.empty', 'nik.e-notation', 'nik.precision-lost', 'nik.non-digit', 'nik.placeholder'],
    ...['nik.impossible-date', 'nik.sequence-zero', 'nik.last-digit-suspect', 'nik.other-area'],
    ...['nik.unknown-province', 'nik.kk-looking', 'nik.age-outside-window'],
    ...['nik.birth-date-differs', 'nik.sex-differs', 'kpj.leading-zero-lost', 'npp.placeholder'],
    ...['date.unreadable', 'date.impossible', 'date.against-order', 'date.in-future'],
    ...['date.year-outside-window', 'date.too-old', 'date.empty'],
  ];

  it.each([...importIssueCodes, ...domainCodes])('finding %s has words', (code) => {
    expect(issueText(code)).not.toContain(code);
    expect(issueName(code)).not.toMatch(/[{}…]|: *$/);
  });

  it('fills in particulars and leaves them out of a filter', () => {
    const params = { wage: 125_000, usual: 1_250_000 };
    expect(issueText('wage.too-low', params)).toBe(
      'Upah Rp125.000, jauh di bawah yang biasa (Rp1.250.000)',
    );
    expect(issueName('date.unreadable')).toBe('Tanggal tidak terbaca');
    expect(issueText('duplicate.other-roster', { rosters: 'desa,rentan' })).toBe(
      'Juga tercatat di Perangkat desa, Pekerja rentan',
    );
    expect(issueText('something-new')).toBe('Perlu diperiksa (something-new)');
  });

  it.each([...rosterFields, ...bpjsFields, ...ignoredFields])('field %s has a name', (field) => {
    expect(fieldLabel(field)).toMatch(/^[A-Z]/);
  });

  it.each(asideReasons)('row set aside as %s has a reason', (reason) => {
    expect(setAsideText(reason)).not.toContain('(');
  });

  it('gives the evidence for a decision', () => {
    expect(decisionText('date.dmy', { evidence: 1204, eitherWay: 640 })).toBe(
      'Dibaca hari-bulan-tahun; 1.204 nilai hanya mungkin begitu',
    );
    expect(decisionText('date.dmy', { evidence: 0, eitherWay: 9 })).toContain('kebiasaan');
    expect(decisionText('sex.codes', { codes: '1=L 2=P', L: 10, P: 12, unknown: 1 })).toBe(
      'L 10, P 12 (kode 1=L 2=P); 1 tidak terbaca',
    );
  });

  it('shows the facts that mean something to a person', () => {
    expect(factWords('delimiter', ';')).toEqual({
      label: 'Pemisah kolom',
      value: 'titik koma (;)',
    });
    expect(factWords('rosterVersion', 12)).toBeNull();
    expect(factWords('date1904', false)).toBeNull();
  });
});

describe('work', () => {
  it.each(['nik', 'kpj', 'strong', 'review', 'conflict', 'decided'])(
    'link class %s has words',
    (code) => expect(linkClassWords(code).label).not.toBe(code),
  );

  it('writes history in plain words', () => {
    expect(journalText('reconcile.run', { asOf: '2026-11-22' })).toBe(
      'Pemadanan dijalankan untuk posisi 22 Nov 2026',
    );
    expect(journalText('review.decide', { decision: 'different', operator: 'AB' })).toBe(
      'Pasangan diperiksa: orang berbeda (oleh AB)',
    );
    expect(journalText('import.commit', { file: 'a.xlsx', add: 1204, update: 3 })).toBe(
      'Impor a.xlsx disimpan: 1.204 baru, 3 berubah',
    );
    expect(journalText('future.thing', {})).toContain('future.thing');
  });

  it('never shows a stage as a code', () => {
    expect(stageText('some-new-stage')).toBe('Memproses');
  });
});
