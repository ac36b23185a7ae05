import { Grid, Table } from '@mantine/core';
import type { BudgetView } from '../../../contract/budget-routes.ts';
import { Card } from '../../parts/card.tsx';
import { Figure } from '../../parts/figure.tsx';
import { formatCount, formatRupiah } from '../../words/format.ts';
import { rosterLabels } from '../../words/labels.ts';

const scopeWords: Readonly<Record<BudgetView['scope'], string>> = {
  missing: 'yang belum terdaftar',
  active: 'yang sudah aktif',
  all: 'semua pekerja di daftar',
};

/** The whole need, and its parts by roster beside it. */
export function BudgetTotals({ view }: { readonly view: BudgetView }) {
  return (
    <Grid gap="md">
      <Grid.Col span={5}>
        <Card h="100%">
          <Figure
            size="lg"
            label={`Kebutuhan iuran tahun ${view.year}, ${scopeWords[view.scope]}`}
            value={formatRupiah(view.total)}
            detail={`${formatCount(view.persons)} orang`}
          />
        </Card>
      </Grid.Col>
      <Grid.Col span={7}>
        <Card h="100%">
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Daftar</Table.Th>
                <Table.Th ta="right">Orang</Table.Th>
                <Table.Th ta="right">Jumlah setahun</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {view.byRoster.map((row) => (
                <Table.Tr key={row.roster}>
                  <Table.Td>{rosterLabels[row.roster]}</Table.Td>
                  <Table.Td ta="right">{formatCount(row.persons)}</Table.Td>
                  <Table.Td ta="right">{formatRupiah(row.amount)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
            <Table.Tfoot>
              <Table.Tr>
                <Table.Th>Jumlah</Table.Th>
                <Table.Th ta="right">{formatCount(view.persons)}</Table.Th>
                <Table.Th ta="right">{formatRupiah(view.total)}</Table.Th>
              </Table.Tr>
            </Table.Tfoot>
          </Table>
        </Card>
      </Grid.Col>
    </Grid>
  );
}
