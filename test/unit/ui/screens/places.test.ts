import { describe, expect, it } from 'vitest';
import {
  parseRoster,
  parseRosterFilter,
  parseRosterSort,
  places,
} from '../../../../src/ui/app/places.ts';

describe('places', () => {
  it.each([
    {},
    { unitId: 12 },
    { enrolment: 'belum' },
    { unitId: 12, enrolment: 'perlu-periksa', status: 'diusulkan' },
    { hasNik: false, fundSource: 'dana-desa', position: 'Kaur/Kasi, RT 02 = 100% ~é' },
    { hasNik: true },
    { fundSource: 'csr:Program 1:1 / Kab. Contoh' },
  ] as const)('writes a filter into the address and reads it back: %j', (filter) => {
    const address = places.roster('desa', filter);
    const [, , roster, text] = address.split('/');
    expect(parseRoster(roster)).toBe('desa');
    expect(parseRosterFilter(text)).toEqual(filter);
  });

  it.each([
    { by: 'name', descending: false },
    { by: 'name', descending: true },
    { by: 'wage', descending: true },
    { by: 'birthDate', descending: false },
  ] as const)('writes an order into the address and reads it back: %j', (sort) => {
    const [, , , text] = places.roster('rentan', { status: 'aktif' }, sort).split('/');
    expect(parseRosterSort(text)).toEqual(sort);
    expect(parseRosterFilter(text)).toEqual({ status: 'aktif' });
  });

  it('leaves out what it does not know', () => {
    expect(parseRosterFilter('unit=-1,kepesertaan=siapa,status=,lain=1')).toEqual({});
    expect(parseRosterFilter(undefined)).toEqual({});
    expect(parseRosterSort('urut=-nik')).toEqual({ by: 'name', descending: false });
    expect(parseRoster('bupati')).toBeUndefined();
  });
});
