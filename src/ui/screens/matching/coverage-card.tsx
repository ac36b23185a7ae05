import { SegmentedControl, Text } from '@mantine/core';
import { useState } from 'react';
import { useRoute } from '../../bridge/use-engine.ts';
import { Answer } from '../../parts/answer.tsx';
import { Card } from '../../parts/card.tsx';
import { CoverageTable, unitLevels } from '../../parts/coverage-table.tsx';
import { formatLongDate } from '../../words/format.ts';

const levels = [{ value: 'roster', label: 'Daftar' }, ...unitLevels] as const;

/** Who is enrolled, inactive and missing, by roster and by unit. */
export function CoverageCard() {
  const [by, setBy] = useState<(typeof levels)[number]['value']>('roster');
  const table = useRoute('coverage.table', { by }, { keep: true });
  return (
    <Card
      title="Cakupan"
      remark={table.data?.asOf == null ? undefined : `Posisi ${formatLongDate(table.data.asOf)}`}
      actions={
        <SegmentedControl
          aria-label="Cakupan menurut"
          value={by}
          onChange={(value) => setBy(levels.find((one) => one.value === value)?.value ?? 'roster')}
          data={[...levels]}
        />
      }
    >
      <Answer query={table} skeletonRows={6}>
        {(data) => (
          <>
            <CoverageTable rows={data.rows} total={data.total} by={by} />
            <Text size="sm" c="dimmed" mt="xs">
              Cakupan aktif = aktif ÷ pekerja di daftar.{' '}
              {data.sources.length === 0 ? '' : `Sumber: ${data.sources.join('; ')}.`}
            </Text>
          </>
        )}
      </Answer>
    </Card>
  );
}
