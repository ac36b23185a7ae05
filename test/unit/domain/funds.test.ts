import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accountFor } from '../../../src/domain/account-codes.ts';
import type { Month, Sen } from '../../../src/domain/brand.ts';
import { computeBudget } from '../../../src/domain/budget.ts';
import type { BudgetGroup } from '../../../src/domain/budget-types.ts';
import {
  type FundKind,
  type FundSource,
  fundKindOf,
  fundKinds,
  fundSources,
  inFundOrder,
  isFundSource,
  longestFundName,
  type OwnFundSource,
  ownFundName,
} from '../../../src/domain/segments.ts';
import { fundNamed } from '../../../src/engine/import/position-group.ts';
import { accounts, tables } from './tables.ts';

const own = (kind: FundKind, name: string): OwnFundSource => `${kind}:${name}`;

describe('a source of its own', () => {
  test('says its kind and name itself, colons in the name too', () => {
    for (const kind of fundKinds) {
      const id = own(kind, 'Program 1:1 Kab. Contoh');
      expect([isFundSource(id), fundKindOf(id)]).toEqual([true, kind]);
      expect(ownFundName(id)).toBe('Program 1:1 Kab. Contoh');
    }
  });

  test.each([
    ['no kind there is', 'apbn:Pusat'],
    ['no name', 'csr:'],
    ['blank', 'csr: '],
    ['spaces around', 'csr: Baznas'],
    ['a comma', 'csr:Baznas, Lazis'],
    ['a semicolon', 'csr:Baznas;Lazis'],
    ['a line break', 'csr:Baz\nnas'],
    ['too long', `csr:${'x'.repeat(longestFundName + 1)}`],
    ['a closed name that is none', 'hibah'],
    ['an inherited name', 'constructor'],
    ['nothing', ''],
  ])('%s is none', (_, text) => expect(isFundSource(text)).toBe(false));

  test('lists are in one order whatever order they come in', () => {
    const all = [...fundSources, own('csr', 'Baznas'), own('apbd', 'Hibah'), own('csr', 'Apindo')];
    fc.assert(
      fc.property(fc.shuffledSubarray(all), (some) => {
        const ordered = inFundOrder([...some, ...some, 'entah']);
        expect(new Set(ordered)).toEqual(new Set(some));
        expect(inFundOrder(ordered.toReversed())).toEqual(ordered);
      }),
    );
    expect(inFundOrder(all).slice(-3).map(fundKindOf)).toEqual(['csr', 'csr', 'apbd']);
  });

  test('is found by its name in a file before any word in it is', () => {
    const mine = [own('csr', 'Baznas Kabupaten'), own('apbd', 'Hibah Provinsi (DAU)')];
    expect(fundNamed('BAZNAS  KABUPATEN', mine)).toBe(mine[0]);
    expect(fundNamed('hibah provinsi dau', mine)).toBe(mine[1]);
    expect(fundNamed('Baznas', mine)).toBe('donasi');
    expect(fundNamed('Hibah provinsi', mine)).toBeNull();
  });
});

/** Ten BPU workers of a year, paid for from a source. */
const budgetFrom = (fundSource: FundSource, year = 2026) => {
  const group: BudgetGroup = {
    roster: 'rentan',
    segment: 'bpu',
    employerGroup: 'rentan',
    fundSource,
    wage: 100_000_000 as Sen,
    persons: 10,
    from: `${year}-01` as Month,
    to: `${year}-12` as Month,
  };
  return computeBudget([group], { year, region: '33.29' }, tables);
};

describe('prices by kind', () => {
  test.each(fundKinds)(
    '%s: the same relief, account and total as the source everybody has',
    (kind) => {
      const known = fundSources.find((one) => fundKindOf(one) === kind) ?? 'mandiri';
      const mine = budgetFrom(own(kind, 'Sumber Contoh'));
      const usual = budgetFrom(known);
      expect(mine.total).toBe(usual.total);
      expect(mine.lines.map(({ account }) => account)).toEqual(
        usual.lines.map(({ account }) => account),
      );
      expect(mine.lines.every((line) => line.fundSource === own(kind, 'Sumber Contoh'))).toBe(true);
    },
  );

  test('half is waived from April to December 2026 for a company, nothing for a regency', () => {
    expect(budgetFrom(own('csr', 'PT Contoh')).total).toBe(10 * (3 * 16_800 + 9 * 8_400));
    expect(budgetFrom(own('apbd', 'Hibah Provinsi')).total).toBe(10 * 12 * 16_800);
  });

  test('two sources of one kind are two lines', () => {
    const both = [own('apbd', 'Hibah A'), own('apbd', 'Hibah B')].flatMap(
      (fund) => budgetFrom(fund).lines,
    );
    expect(new Set(both.map(({ fundSource }) => fundSource)).size).toBe(2);
    const asked = { employerGroup: 'rentan', programme: 'jkk', year: 2027 } as const;
    expect(accountFor(accounts, { ...asked, fundSource: own('csr', 'PT Contoh') }).status).toBe(
      'off-budget',
    );
  });
});
