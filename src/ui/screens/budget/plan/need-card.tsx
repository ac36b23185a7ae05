/** The need of a scenario cut one way at a time: by OPD or all together; every cut adds up to the same total. */
import { Button, NativeSelect, Table } from '@mantine/core';
import { useState } from 'react';
import { needGroupings } from '../../../../contract/plan-routes.ts';
import type { PlanAssumptions } from '../../../../domain/plan-types.ts';
import { useRoute } from '../../../bridge/use-engine.ts';
import { Answer } from '../../../parts/answer.tsx';
import { Card } from '../../../parts/card.tsx';
import { formatCount, formatMonth, formatRupiah } from '../../../words/format.ts';
import { fundLabelOf, labelOf, programmeLabels, rosterLabels } from '../../../words/labels.ts';

type By = (typeof needGroupings)[number];

const names: Readonly<Record<By, string>> = {
  roster: 'Daftar',
  group: 'Kelompok',
  unit: 'OPD / desa',
  source: 'Sumber dana',
  account: 'Rekening',
  programme: 'Program',
  month: 'Bulan',
};

const firstRows = 15;

interface NeedCardProps {
  readonly year: number;
  readonly assumptions: PlanAssumptions;
}

export function NeedCard({ year, assumptions }: NeedCardProps) {
  const [by, setBy] = useState<By>('unit');
  const [all, setAll] = useState(false);
  const need = useRoute('plan.need', { year, assumptions, by }, { keep: true });
  return (
    <Card
      title="Rincian kebutuhan"
      remark="Terpusat atau per OPD, jumlahnya sama"
      actions={
        <NativeSelect
          aria-label="Rinci menurut"
          value={by}
          onChange={(event) => {
            const { value } = event.currentTarget;
            setBy(needGroupings.find((one) => one === value) ?? 'unit');
          }}
          data={needGroupings.map((value) => ({ value, label: names[value] }))}
        />
      }
    >
      <Answer query={need} skeletonRows={6}>
        {({ rows, total }) => (
          <>
            <Table verticalSpacing={3}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{names[by]}</Table.Th>
                  <Table.Th ta="right">Orang</Table.Th>
                  <Table.Th ta="right">Iuran setahun</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {(all ? rows : rows.slice(0, firstRows)).map((row) => (
                  <Table.Tr key={row.key}>
                    <Table.Td>{labelFor(by, row.key, row.label)}</Table.Td>
                    <Table.Td ta="right">{formatCount(row.persons)}</Table.Td>
                    <Table.Td ta="right">{formatRupiah(row.amount)}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
              <Table.Tfoot>
                <Table.Tr>
                  <Table.Th colSpan={2}>Jumlah ({formatCount(rows.length)} baris)</Table.Th>
                  <Table.Th ta="right">{formatRupiah(total)}</Table.Th>
                </Table.Tr>
              </Table.Tfoot>
            </Table>
            {rows.length > firstRows && !all ? (
              <Button variant="subtle" mt="xs" onClick={() => setAll(true)}>
                Tampilkan semua ({formatCount(rows.length)})
              </Button>
            ) : null}
          </>
        )}
      </Answer>
    </Card>
  );
}

function labelFor(by: By, key: string, label: string): string {
  switch (by) {
    case 'roster':
      return labelOf(rosterLabels, key);
    case 'source':
      return fundLabelOf(key);
    case 'programme':
      return labelOf(programmeLabels, key);
    case 'month':
      return formatMonth(key);
    case 'account':
      return /^\d/.test(key) ? `${key} ${label}` : label;
    default:
      return label;
  }
}
