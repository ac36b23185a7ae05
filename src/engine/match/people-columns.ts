/** The columns of a `match` file, found by their header names in any order. */
import { AppError } from '../../domain/app-error.ts';

export const matchColumns = [
  'id',
  'nik',
  'kpj',
  'name',
  'birth_date',
  'sex',
  'village',
  'wage',
] as const;
export type MatchColumn = (typeof matchColumns)[number];

/** Position of each column, −1 when absent. */
export type ColumnPlaces = Readonly<Record<MatchColumn, number>>;

const places = (): Record<MatchColumn, number> => ({
  id: -1,
  nik: -1,
  kpj: -1,
  name: -1,
  birth_date: -1,
  sex: -1,
  village: -1,
  wage: -1,
});

const isMatchColumn = (name: string): name is MatchColumn =>
  (matchColumns as readonly string[]).includes(name);

/**
 * Finds the columns. Errors: `import.no-header` when no known name occurs, `import.missing-columns` without
 * `id`, `input.invalid` when a known column occurs twice, `reconcile.nothing-to-match` when there is neither
 * a number nor a name to compare.
 */
export function findColumns(header: readonly string[], file: string): ColumnPlaces {
  const found = places();
  header.forEach((cell, at) => {
    const name = cell
      .trim()
      .toLowerCase()
      .replace(/[\s-]+/g, '_');
    if (!isMatchColumn(name)) return;
    if (found[name] >= 0) {
      throw new AppError('input.invalid', {
        at: { file, row: 1, column: name },
        params: { reason: 'duplicate-column' },
      });
    }
    found[name] = at;
  });
  const present = matchColumns.filter((name) => found[name] >= 0);
  if (present.length === 0) {
    throw new AppError('import.no-header', { at: { file }, params: { columns: matchColumns } });
  }
  if (found.id < 0) {
    throw new AppError('import.missing-columns', { at: { file }, params: { columns: ['id'] } });
  }
  if (found.nik < 0 && found.kpj < 0 && found.name < 0) {
    throw new AppError('reconcile.nothing-to-match', {
      at: { file },
      params: { columns: ['nik', 'kpj', 'name'] },
    });
  }
  return found;
}
