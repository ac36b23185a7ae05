/** What saving will do, in six numbers that add up to the rows of the file. */
import type { Batch } from '../../../contract/import-routes.ts';
import { Figure } from '../../parts/figure.tsx';
import { formatCount } from '../../words/format.ts';
import classes from './batch-screen.module.css';

const consequences = {
  staged: { add: 'akan ditambahkan', update: 'akan diperbarui' },
  committed: { add: 'ditambahkan', update: 'diperbarui' },
  undone: { add: 'dikeluarkan lagi', update: 'dikembalikan' },
  discarded: { add: 'tidak disimpan', update: 'tidak disimpan' },
} as const;

/** Rows set aside are not people and stand apart. */
export function PlanSummary({ batch }: { readonly batch: Batch }) {
  const { counts } = batch;
  const figures = [
    ['Baru', counts.add, consequences[batch.state].add],
    ['Berubah', counts.update, consequences[batch.state].update],
    ['Sama', counts.same, 'tidak disentuh'],
    ['Bentrok', counts.conflict, 'tidak disimpan'],
    ['Ditolak', counts.reject, 'tidak disimpan'],
    ['Baris data', counts.read, `${formatCount(counts.setAside)} baris lain disisihkan`],
  ] as const;
  return (
    <div className={classes.summary}>
      {figures.map(([label, value, detail]) => (
        <Figure key={label} label={label} value={formatCount(value)} detail={detail} />
      ))}
    </div>
  );
}
