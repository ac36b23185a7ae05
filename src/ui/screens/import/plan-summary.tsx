/** What saving will do, in numbers that add up to the rows of the file; leavers stand in the roster only. */
import type { Batch } from '../../../contract/import-routes.ts';
import { Figure } from '../../parts/figure.tsx';
import { formatCount } from '../../words/format.ts';
import classes from './batch-screen.module.css';

const consequences = {
  staged: { add: 'akan ditambahkan', update: 'akan diperbarui', leave: 'akan ditandai keluar' },
  committed: { add: 'ditambahkan', update: 'diperbarui', leave: 'ditandai keluar' },
  undone: { add: 'dikeluarkan lagi', update: 'dikembalikan', leave: 'dikembalikan' },
  discarded: { add: 'tidak disimpan', update: 'tidak disimpan', leave: 'tidak disimpan' },
} as const;

/** Rows set aside are not people and stand apart. */
export function PlanSummary({ batch }: { readonly batch: Batch }) {
  const { counts } = batch;
  const figures = [
    ['Baru', counts.add, consequences[batch.state].add],
    ['Berubah', counts.update, consequences[batch.state].update],
    ['Sama', counts.same, 'tidak disentuh'],
    ...(batch.choices.mode === 'replace'
      ? ([['Tidak ada di berkas', counts.leave, consequences[batch.state].leave]] as const)
      : []),
    ['Bentrok', counts.conflict, 'tidak disimpan'],
    ['Ditolak', counts.reject, 'tidak disimpan'],
    ['Baris data', counts.read, `${formatCount(counts.setAside)} baris lain disisihkan`],
  ] as const;
  return (
    <div className={classes.summary} data-figures={figures.length}>
      {figures.map(([label, value, detail]) => (
        <Figure key={label} label={label} value={formatCount(value)} detail={detail} />
      ))}
    </div>
  );
}
