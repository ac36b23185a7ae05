/** Coverage as one bar of four parts; its numbers are said in words too. */
import type { CoverageFigure } from '../../contract/common.ts';
import { formatCount } from '../words/format.ts';
import classes from './coverage-bar.module.css';

type CoverageParts = Pick<
  CoverageFigure,
  'workers' | 'active' | 'inactive' | 'missing' | 'toCheck'
>;

/** The parts of a bar, in the order they are drawn. */
export const coverageParts = [
  { key: 'active', label: 'Aktif' },
  { key: 'inactive', label: 'Tidak aktif' },
  { key: 'missing', label: 'Belum terdaftar' },
  { key: 'toCheck', label: 'Perlu diperiksa' },
] as const;

/** A bar of any height; empty when there are no workers. */
export function CoverageBar(props: { readonly figure: CoverageParts; readonly height?: number }) {
  const { figure, height = 8 } = props;
  const words = coverageParts
    .map(({ key, label }) => `${label} ${formatCount(figure[key])}`)
    .join(', ');
  return (
    <div className={classes.bar} style={{ height }} role="img" aria-label={words}>
      {coverageParts.map(({ key }) =>
        figure[key] === 0 ? null : (
          <div
            key={key}
            className={classes.part}
            data-part={key}
            style={{ flexGrow: figure[key] }}
          />
        ),
      )}
    </div>
  );
}

/** What the colours of the bar mean, with their numbers. */
export function CoverageLegend({ figure }: { readonly figure: CoverageParts }) {
  return (
    <ul className={classes.legend}>
      {coverageParts.map(({ key, label }) => (
        <li key={key}>
          <span className={classes.swatch} data-part={key} aria-hidden="true" />
          {label} <strong>{formatCount(figure[key])}</strong>
        </li>
      ))}
    </ul>
  );
}
