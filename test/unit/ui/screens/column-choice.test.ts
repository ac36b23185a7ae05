import { describe, expect, it } from 'vitest';
import { nextSort } from '../../../../src/ui/parts/grid/grid-column.ts';
import {
  moveColumn,
  readColumnChoice,
  toggleColumn,
  usualColumns,
} from '../../../../src/ui/screens/roster/column-choice.ts';

describe('the choice of columns', () => {
  it('is read back as it was kept, without what it does not know', () => {
    expect(readColumnChoice('nik,name,wage')).toEqual(['nik', 'name', 'wage']);
    expect(readColumnChoice('wage,gaji,wage')).toEqual(['name', 'wage']);
    expect(readColumnChoice('')).toBeNull();
    expect(readColumnChoice(null)).toBeNull();
  });

  it('adds at the end, takes away, and never takes the name', () => {
    const usual = usualColumns('desa');
    expect(toggleColumn(usual, 'kpj').at(-1)).toBe('kpj');
    expect(toggleColumn(toggleColumn(usual, 'kpj'), 'kpj')).toEqual(usual);
    expect(toggleColumn(usual, 'name')).toBe(usual);
  });

  it('moves one place and stays at the edges', () => {
    const keys = ['name', 'nik', 'wage'] as const;
    expect(moveColumn(keys, 'nik', 1)).toEqual(['name', 'wage', 'nik']);
    expect(moveColumn(keys, 'nik', -1)).toEqual(['nik', 'name', 'wage']);
    expect(moveColumn(keys, 'wage', 1)).toEqual(keys);
    expect(moveColumn(keys, 'name', -1)).toEqual(keys);
    expect(moveColumn(keys, 'kpj', 1)).toEqual(keys);
  });
});

describe('a press on a heading', () => {
  it('sorts upwards first and turns about on the next', () => {
    const byWage = nextSort({ by: 'name', descending: true }, 'wage');
    expect(byWage).toEqual({ by: 'wage', descending: false });
    expect(nextSort(byWage, 'wage')).toEqual({ by: 'wage', descending: true });
  });
});
