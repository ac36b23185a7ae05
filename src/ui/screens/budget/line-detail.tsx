/** How the amount of a budget line comes about, for the wages most of its people have. */
import { Modal, Stack, Table, Text } from '@mantine/core';
import type { BudgetLine, BudgetLineDetail, BudgetView } from '../../../contract/budget-routes.ts';
import { koefisien } from '../../../contract/words/budget-words.ts';
import { employerGroupLabels } from '../../../contract/words/labels.ts';
import { useRoute } from '../../bridge/use-engine.ts';
import { Answer } from '../../parts/answer.tsx';
import { formatCount, formatMonth, formatRupiah } from '../../words/format.ts';
import { fundSourceLabel, programmeLabels } from '../../words/labels.ts';

interface LineDetailProps {
  readonly line: BudgetLine;
  readonly view: Pick<BudgetView, 'year' | 'scope'>;
  readonly onClose: () => void;
}

export function LineDetail({ line, view, onClose }: LineDetailProps) {
  const { unitId, roster, fundSource, accountCode, programme, payer } = line;
  const { year, scope } = view;
  const key = { unitId, roster, fundSource, accountCode, programme, payer };
  const detail = useRoute('budget.line', { year, scope, ...key });
  return (
    <Modal
      opened
      onClose={onClose}
      title={`${programmeLabels[programme]}, ${fundSourceLabel(fundSource)}: ${formatRupiah(line.amount)}`}
      closeButtonProps={{ 'aria-label': 'Tutup' }}
      size={860}
    >
      <Stack gap="xs">
        <Text size="sm">
          {accountCode === '' ? line.accountName : `${accountCode} ${line.accountName}`}.{' '}
          {koefisien(line)}.
        </Text>
        <Answer query={detail} skeletonRows={6}>
          {(data) => <Rows data={data} />}
        </Answer>
      </Stack>
    </Modal>
  );
}

function Rows({ data }: { readonly data: BudgetLineDetail }) {
  return (
    <>
      <Table verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th ta="right" w={80}>
              Orang
            </Table.Th>
            <Table.Th w={210}>Dasar</Table.Th>
            <Table.Th>Iuran seorang sebulan</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {data.rows.map((row) => (
            <Table.Tr
              key={`${row.employerGroup} ${row.wageText} ${row.from} ${row.to} ${row.persons}`}
            >
              <Table.Td ta="right">{formatCount(row.persons)}</Table.Td>
              <Table.Td>
                {row.wageText ?? row.gap}
                <Text size="sm" c="dimmed">
                  {employerGroupLabels[row.employerGroup]}
                  {row.from === null ? '' : `, mulai ${formatMonth(row.from)}`}
                  {row.to === null ? '' : `, sampai ${formatMonth(row.to)}`}
                </Text>
              </Table.Td>
              <Table.Td>
                {row.stretches.map((stretch) => (
                  <Text size="sm" key={stretch.from}>
                    {row.stretches.length === 1
                      ? ''
                      : `${formatMonth(stretch.from)} – ${formatMonth(stretch.to)}: `}
                    {stretch.text}
                  </Text>
                ))}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {data.otherGroups === 0 ? null : (
        <Text size="sm" c="dimmed">
          dan {formatCount(data.otherGroups)} kelompok upah lain dengan cara yang sama.
        </Text>
      )}
    </>
  );
}
