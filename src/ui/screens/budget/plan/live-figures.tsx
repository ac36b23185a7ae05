/** What the assumptions come to, while they move. */
import { Group, List, Loader, Stack, Table, Text } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { PlanView } from '../../../../contract/plan-routes.ts';
import { assumptionText, gapText } from '../../../../contract/words/budget-words.ts';
import { leftOutText } from '../../../../contract/words/plan-words.ts';
import { Card } from '../../../parts/card.tsx';
import { Figure } from '../../../parts/figure.tsx';
import { formatCount, formatPercent, formatRupiah } from '../../../words/format.ts';
import { fundLabelOf, rosterInSentence } from '../../../words/labels.ts';

const PlanMonths = lazy(() =>
  import('./plan-charts.tsx').then((module) => ({ default: module.PlanMonths })),
);

interface LiveFiguresProps {
  readonly view: PlanView;
  readonly busy: boolean;
}

export function LiveFigures({ view, busy }: LiveFiguresProps) {
  return (
    <Stack gap="md">
      <Card>
        <Group justify="space-between" align="flex-start" wrap="nowrap">
          <Figure
            size="lg"
            label={view.buffer === 0 ? 'Kebutuhan setahun' : 'Kebutuhan dan cadangan setahun'}
            value={formatRupiah(view.total + view.buffer)}
            detail={`${formatCount(view.persons)} orang${view.buffer === 0 ? '' : `, cadangan ${formatRupiah(view.buffer)}`}`}
          />
          {busy ? <Loader size="xs" aria-label="Menghitung" /> : null}
        </Group>
        <Text size="sm" mt="xs">
          Cakupan {formatPercent(view.now.basisPoints)} menjadi{' '}
          <strong>{formatPercent(view.reached.basisPoints)}</strong> (
          {formatCount(view.reached.active)} dari {formatCount(view.reached.workers)} pekerja)
        </Text>
        {view.choice === null ? null : <ChoiceNote choice={view.choice} />}
        {view.excludedPersons === 0 ? null : (
          <Text size="sm" mt={4}>
            {formatCount(view.excludedPersons)} orang tidak dibayar dua kali: hemat{' '}
            {formatRupiah(view.saving)}
          </Text>
        )}
        <div style={{ height: 150, marginTop: 12 }}>
          <Suspense fallback={null}>
            <PlanMonths months={view.byMonth} />
          </Suspense>
        </div>
        <Table mt="xs">
          <Table.Tbody>
            {view.bySource.map((part) => (
              <Table.Tr key={part.key}>
                <Table.Td>{fundLabelOf(part.key)}</Table.Td>
                <Table.Td ta="right">{formatCount(part.persons)} orang</Table.Td>
                <Table.Td ta="right">{formatRupiah(part.amount)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
          <Table.Tfoot>
            <Table.Tr>
              <Table.Th colSpan={2}>Jumlah iuran</Table.Th>
              <Table.Th ta="right">{formatRupiah(view.total)}</Table.Th>
            </Table.Tr>
          </Table.Tfoot>
        </Table>
      </Card>
      <Basis view={view} />
    </Stack>
  );
}

function ChoiceNote({ choice }: { readonly choice: NonNullable<PlanView['choice']> }) {
  return (
    <Text size="sm" mt={4}>
      {formatCount(choice.persons)} peserta baru sesuai sasaran ({formatRupiah(choice.cost)})
      {choice.lacking === 0
        ? ''
        : `; ${formatCount(choice.lacking)} orang lagi tidak ditemukan di daftar`}
    </Text>
  );
}

/** Who is left out and what the figures rest on. */
function Basis({ view }: { readonly view: PlanView }) {
  return (
    <Card title="Tidak dihitung dan dasar perhitungan">
      <List size="sm" spacing={3}>
        {view.leftOut.map(({ code, roster, persons }) => (
          <List.Item key={`${code} ${roster}`}>
            {formatCount(persons)} orang di daftar {rosterInSentence[roster]}: {leftOutText(code)}
          </List.Item>
        ))}
        {view.gaps.map(({ code, roster, persons }) => (
          <List.Item key={`${code} ${roster}`}>
            {formatCount(persons)} orang
            {roster === null ? '' : ` di daftar ${rosterInSentence[roster]}`}: {gapText(code)}
          </List.Item>
        ))}
        {view.leaversTooMany === 0 ? null : (
          <List.Item>
            {formatCount(view.leaversTooMany)} pengangkatan PPPK melebihi jumlah non-ASN yang
            dihitung
          </List.Item>
        )}
        {view.assumptions.map((one) => (
          <List.Item key={`${one.code} ${JSON.stringify(one.params)}`}>
            {assumptionText(one.code, one.params)}
          </List.Item>
        ))}
      </List>
    </Card>
  );
}
