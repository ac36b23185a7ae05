import { Grid, List, Text } from '@mantine/core';
import type { BudgetView } from '../../../contract/budget-routes.ts';
import { assumptionText, gapText } from '../../../contract/words/budget-words.ts';
import { Card } from '../../parts/card.tsx';
import { formatCount } from '../../words/format.ts';
import { rosterInSentence } from '../../words/labels.ts';

/** What the figures rest on, and whom they leave out: named and counted. */
export function BudgetBasis({ view }: { readonly view: BudgetView }) {
  return (
    <Grid gap="md">
      <Grid.Col span={6}>
        <Card title="Belum terhitung" h="100%">
          {view.gaps.length === 0 ? (
            <Text size="sm" c="dimmed">
              Semua orang dalam cakupan ini terhitung.
            </Text>
          ) : (
            <List size="sm" spacing={4}>
              {view.gaps.map((gap) => (
                <List.Item key={`${gap.code} ${gap.roster}`}>
                  {formatCount(gap.persons)} orang
                  {gap.roster === null ? '' : ` di daftar ${rosterInSentence[gap.roster]}`}:{' '}
                  {gapText(gap.code)}
                </List.Item>
              ))}
            </List>
          )}
        </Card>
      </Grid.Col>
      <Grid.Col span={6}>
        <Card title="Dasar perhitungan" h="100%">
          <List size="sm" spacing={4}>
            {view.assumptions.map((one) => (
              <List.Item key={`${one.code} ${JSON.stringify(one.params)}`}>
                {assumptionText(one.code, one.params)}
              </List.Item>
            ))}
          </List>
        </Card>
      </Grid.Col>
    </Grid>
  );
}
