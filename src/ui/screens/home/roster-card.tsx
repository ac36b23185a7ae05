/** One roster in short: how many, of whom how many stand where. */
import { Text } from '@mantine/core';
import { Link } from 'wouter';
import type { CoverageRow } from '../../../contract/roster-routes.ts';
import type { RouteOut } from '../../../contract/routes.ts';
import type { Enrolment, Roster } from '../../../domain/segments.ts';
import { places } from '../../app/places.ts';
import { Card } from '../../parts/card.tsx';
import { CoverageBar } from '../../parts/coverage-bar.tsx';
import { formatCount, formatMoment, formatPercent } from '../../words/format.ts';
import { rosterLabels } from '../../words/labels.ts';
import classes from './home.module.css';

interface RosterCardProps {
  readonly roster: Roster;
  readonly counts: RouteOut<'roster.counts'>[number] | undefined;
  readonly figure: CoverageRow | undefined;
  readonly matched: boolean;
}

/** Each number leads to the people behind it. */
export function RosterCard({ roster, counts, figure, matched }: RosterCardProps) {
  const entries = counts?.entries ?? 0;
  return (
    <Card
      h="100%"
      title={
        <Link href={places.roster(roster)} className={classes.rosterLink ?? ''}>
          {rosterLabels[roster]}
        </Link>
      }
      remark={
        entries === 0
          ? undefined
          : `${formatCount(entries)} orang, ${formatCount(counts?.units ?? 0)} unit`
      }
    >
      {entries === 0 ? (
        <Text size="sm" c="dimmed">
          Belum ada data. <Link href={places.imports}>Impor daftar</Link>
        </Text>
      ) : matched && figure !== undefined ? (
        <Numbers roster={roster} figure={figure} />
      ) : (
        <Text size="sm" c="dimmed">
          Belum dipadankan. Impor terakhir {formatMoment(counts?.lastImportAt ?? null)}.
        </Text>
      )}
    </Card>
  );
}

function Numbers({ roster, figure }: { readonly roster: Roster; readonly figure: CoverageRow }) {
  const lines: readonly (readonly [string, number, Enrolment])[] = [
    ['Aktif', figure.active, 'aktif'],
    ['Tidak aktif', figure.inactive, 'nonaktif'],
    ['Belum terdaftar', figure.missing, 'belum'],
    ['Perlu diperiksa', figure.toCheck, 'perlu-periksa'],
  ];
  return (
    <>
      <CoverageBar figure={figure} />
      <Text size="sm" mt={6}>
        {formatCount(figure.active)} dari {formatCount(figure.workers)} aktif ·{' '}
        {formatPercent(figure.activeBasisPoints)}
      </Text>
      <dl className={classes.numbers}>
        {lines.map(([label, count, enrolment]) => (
          <div key={label} style={{ display: 'contents' }}>
            <dt>{label}</dt>
            <dd>
              <Link href={places.roster(roster, { enrolment })}>{formatCount(count)}</Link>
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
