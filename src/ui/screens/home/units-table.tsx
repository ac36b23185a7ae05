/** Coverage per OPD, kecamatan or village, those with the most unprotected people first. */
import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useRoute } from '../../bridge/use-engine.ts';
import { Answer } from '../../parts/answer.tsx';
import { Card } from '../../parts/card.tsx';
import { CoverageTable, type UnitLevel, unitLevels } from '../../parts/coverage-table.tsx';
import { formatLongDate } from '../../words/format.ts';

/** One level at a time. */
export function UnitsTable() {
  const [by, setBy] = useState<UnitLevel>('opd');
  const table = useRoute('coverage.table', { by }, { keep: true });
  return (
    <Card
      title="Per unit"
      remark={
        table.data?.asOf == null
          ? 'Terbanyak belum terdaftar di atas'
          : `Terbanyak belum terdaftar di atas · posisi ${formatLongDate(table.data.asOf)}`
      }
      actions={
        <SegmentedControl
          aria-label="Tingkat unit"
          value={by}
          onChange={(value) => setBy(unitLevels.find((one) => one.value === value)?.value ?? 'opd')}
          data={[...unitLevels]}
        />
      }
    >
      <Answer query={table} skeletonRows={8}>
        {(data) => <CoverageTable rows={data.rows} total={data.total} by={by} />}
      </Answer>
    </Card>
  );
}
