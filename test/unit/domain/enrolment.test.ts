import { describe, expect, it } from 'vitest';
import { enrolmentOf, membershipState } from '../../../src/domain/enrolment.ts';

const asOf = '2026-11-23';
const state = (joinedOn: string | null, endedOn: string | null, graceUntil: string | null = null) =>
  membershipState({ joinedOn, endedOn, graceUntil }, asOf);

describe('a membership on a day', () => {
  it('is active from its start through its last day', () => {
    expect(state(null, null)).toBe('aktif');
    expect(state('2024-01-01', null)).toBe('aktif');
    expect(state(asOf, asOf)).toBe('aktif');
    expect(state('2024-01-01', '2026-11-22')).toBe('nonaktif');
  });

  it('does not protect before it starts', () => {
    expect(state('2026-11-24', null)).toBe('nonaktif');
  });

  it('hangs in grace until its last grace day', () => {
    expect(state(null, '2026-09-30', '2026-11-23')).toBe('grace');
    expect(state(null, '2026-09-30', '2026-11-22')).toBe('nonaktif');
  });
});

describe('a person', () => {
  it('is where the best of the memberships is; review speaks only for those without any', () => {
    expect(enrolmentOf(['nonaktif', 'aktif', 'grace'], true)).toBe('aktif');
    expect(enrolmentOf(['nonaktif', 'grace'], true)).toBe('grace');
    expect(enrolmentOf(['nonaktif'], true)).toBe('nonaktif');
    expect(enrolmentOf([], true)).toBe('perlu-periksa');
    expect(enrolmentOf([], false)).toBe('belum');
  });
});
