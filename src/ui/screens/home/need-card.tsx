import { Button, Stack, Text } from '@mantine/core';
import { Link } from 'wouter';
import { places } from '../../app/places.ts';
import { useRoute } from '../../bridge/use-engine.ts';
import { Answer } from '../../parts/answer.tsx';
import { Card } from '../../parts/card.tsx';
import { Figure } from '../../parts/figure.tsx';
import { formatCount, formatRupiah } from '../../words/format.ts';

/** What protecting those who are missing would cost in the fiscal year. */
export function NeedCard() {
  const need = useRoute('budget.compute', { scope: 'missing' });
  return (
    <Card title="Kebutuhan iuran" h="100%">
      <Answer query={need} skeletonRows={3}>
        {(view) => {
          const gaps = view.gaps.reduce((sum, gap) => sum + gap.persons, 0);
          return (
            <Stack gap="sm">
              <Figure
                label={`Untuk yang belum terdaftar, tahun ${view.year}`}
                value={formatRupiah(view.total)}
                detail={`${formatCount(view.persons)} orang`}
              />
              {gaps === 0 ? null : (
                <Text size="sm" c="var(--padan-warning-text)">
                  {formatCount(gaps)} orang belum dapat dihitung.
                </Text>
              )}
              <div>
                <Button variant="light" component={Link} href={places.budget}>
                  Lihat anggaran
                </Button>
              </div>
            </Stack>
          );
        }}
      </Answer>
    </Card>
  );
}
