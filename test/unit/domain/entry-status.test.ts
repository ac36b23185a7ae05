import { describe, expect, it } from 'vitest';
import { leaveReasons, nextStatuses, reasonFits } from '../../../src/domain/entry-status.ts';
import { entryStatuses } from '../../../src/domain/segments.ts';

describe('the life of an entry', () => {
  it('leads from proposal to active one step at a time', () => {
    expect(nextStatuses('diusulkan', false)).toContain('terverifikasi');
    expect(nextStatuses('diusulkan', false)).not.toContain('didaftarkan');
    expect(nextStatuses('terverifikasi', false)).toContain('didaftarkan');
    expect(nextStatuses('didaftarkan', false)).toContain('aktif');
    expect(nextStatuses('aktif', false)).toContain('menunggak');
    expect(nextStatuses('aktif', false)).not.toContain('diusulkan');
  });

  it('may be left from everywhere, and coming back starts over', () => {
    for (const status of entryStatuses) {
      expect(nextStatuses(status, false).includes('keluar')).toBe(status !== 'keluar');
      expect(nextStatuses(status, false)).not.toContain(status);
    }
    expect(nextStatuses('keluar', false)).toEqual(['diusulkan']);
  });

  it('ends for who has died', () => {
    for (const status of entryStatuses) {
      expect(nextStatuses(status, true)).toEqual(status === 'keluar' ? [] : ['keluar']);
    }
  });

  it('asks why for leaving, and only for leaving', () => {
    for (const reason of leaveReasons) {
      expect(reasonFits('keluar', reason)).toBe(true);
      expect(reasonFits('aktif', reason)).toBe(false);
    }
    expect(reasonFits('keluar', null)).toBe(false);
    expect(reasonFits('aktif', null)).toBe(true);
  });
});
