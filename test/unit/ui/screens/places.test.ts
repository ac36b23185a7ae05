import { describe, expect, it } from 'vitest';
import { parseRoster, parseRosterFilter, places } from '../../../../src/ui/app/places.ts';

describe('places', () => {
  it.each([
    {},
    { unitId: 12 },
    { enrolment: 'belum' },
    { unitId: 12, enrolment: 'perlu-periksa', status: 'diusulkan' },
  ] as const)('writes a filter into the address and reads it back: %j', (filter) => {
    const address = places.roster('desa', filter);
    const [, , roster, text] = address.split('/');
    expect(parseRoster(roster)).toBe('desa');
    expect(parseRosterFilter(text)).toEqual(filter);
  });

  it('leaves out what it does not know', () => {
    expect(parseRosterFilter('unit=-1,kepesertaan=siapa,status=,lain=1')).toEqual({});
    expect(parseRosterFilter(undefined)).toEqual({});
    expect(parseRoster('bupati')).toBeUndefined();
  });
});
