import { describe, expect, it } from 'vitest';
import { emptyDraft, readDraft } from '../../../../src/ui/screens/roster/entry-draft.ts';

const stored = {
  ...emptyDraft,
  name: 'Budi',
  nik: null,
  wage: '2.000.000',
  birthDate: '1 Mei 1990',
};

describe('readDraft', () => {
  it('reads a new entry whole, empty fields as not known', () => {
    const { fields, unread } = readDraft(
      { ...emptyDraft, name: ' Wati ', wage: 'Rp 2.500.000', birthDate: '1-5-1990', sex: 'P' },
      null,
    );
    expect(unread).toEqual([]);
    expect(fields).toMatchObject({
      name: 'Wati',
      nik: null,
      wage: 2_500_000,
      birthDate: '1990-05-01',
      sex: 'P',
      phone: null,
    });
  });

  it('asks only for what differs, and never for a NIK that was not replaced', () => {
    expect(readDraft(stored, stored).fields).toEqual({});
    expect(readDraft({ ...stored, wage: '' }, stored).fields).toEqual({ wage: null });
    expect(readDraft({ ...stored, nik: '' }, stored).fields).toEqual({ nik: null });
  });

  it('names what cannot be read and leaves it out', () => {
    const read = readDraft({ ...stored, wage: '2,5 juta', birthDate: '31-02-1990' }, stored);
    expect(read).toEqual({ fields: {}, unread: ['birthDate', 'wage'] });
    for (const wage of ['1.00', '-5', '1e9', '12345678901']) {
      expect(readDraft({ ...stored, wage }, stored).unread).toEqual(['wage']);
    }
    // A stored date in a form that cannot be typed is no fault of the person at the desk.
    const odd = { ...stored, birthDate: '1990-99-99' };
    expect(readDraft(odd, odd).unread).toEqual([]);
  });
});
