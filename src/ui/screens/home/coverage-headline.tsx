/** The headline figure: never a bare percentage. */
import { Stack, Text } from '@mantine/core';
import type { RouteOut } from '../../../contract/routes.ts';
import { Card } from '../../parts/card.tsx';
import { CoverageBar, CoverageLegend } from '../../parts/coverage-bar.tsx';
import { Figure } from '../../parts/figure.tsx';
import { formatCount, formatLongDate, formatPercent } from '../../words/format.ts';

interface CoverageHeadlineProps {
  readonly table: RouteOut<'coverage.table'>;
  readonly matched: boolean;
}

/** Numerator, denominator, percentage, date and sources in one place. */
export function CoverageHeadline({ table, matched }: CoverageHeadlineProps) {
  const { total, asOf, sources } = table;
  if (!matched) {
    return (
      <Card title="Cakupan aktif">
        <Text size="sm">
          {formatCount(total.workers)} pekerja di daftar. Cakupan tampil setelah daftar dipadankan
          dengan data BPJS.
        </Text>
      </Card>
    );
  }
  return (
    <Card title="Cakupan aktif" remark={`Posisi ${formatLongDate(asOf)}`} h="100%">
      <Stack gap="sm">
        <Figure
          size="lg"
          label="Pekerja di daftar yang kepesertaannya aktif"
          value={`${formatCount(total.active)} dari ${formatCount(total.workers)} · ${formatPercent(total.activeBasisPoints)}`}
        />
        <CoverageBar figure={total} height={14} />
        <CoverageLegend figure={total} />
        <Text size="sm" c="dimmed">
          Pembagi: semua pekerja di ketiga daftar yang belum keluar.{' '}
          {sources.length === 0 ? '' : `Sumber: ${sources.join('; ')}.`}
        </Text>
      </Stack>
    </Card>
  );
}
