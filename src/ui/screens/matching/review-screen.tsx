/** Pairs to decide, one at a time, by key: both records side by side, what differs marked. */
import { Button, EmptyState, Group, Paper, SegmentedControl, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { ReviewPair } from '../../../contract/reconcile-routes.ts';
import { places } from '../../app/places.ts';
import { Answer } from '../../parts/answer.tsx';
import { Page } from '../../parts/page.tsx';
import { formatCount } from '../../words/format.ts';
import { rosterInSentence } from '../../words/labels.ts';
import { linkClassWords } from '../../words/work-words.ts';
import { PairTable } from './pair-table.tsx';
import classes from './review.module.css';
import { ReviewBar } from './review-bar.tsx';
import { useReviewQueue } from './use-review-queue.ts';

/** Open pairs first; among all, decided ones can be looked up and changed. */
export function ReviewScreen() {
  const [open, setOpen] = useState(true);
  return (
    <Page
      title="Periksa pasangan"
      hint="Apakah keduanya orang yang sama? Keputusan dipakai juga pada pemadanan berikutnya."
      actions={
        <>
          <SegmentedControl
            aria-label="Pasangan yang ditampilkan"
            value={open ? 'open' : 'all'}
            onChange={(value) => setOpen(value === 'open')}
            data={[
              { value: 'open', label: 'Belum diputuskan' },
              { value: 'all', label: 'Semua' },
            ]}
          />
          <Button variant="default" component={Link} href={places.matching}>
            Ke pemadanan
          </Button>
        </>
      }
    >
      <Queue key={String(open)} open={open} />
    </Page>
  );
}

function Queue({ open }: { readonly open: boolean }) {
  const queue = useReviewQueue(open);
  const { pair } = queue;
  useHotkeys([
    ['Y', () => queue.decide('same')],
    ['N', () => queue.decide('different')],
    ['S', queue.skip],
    ['ArrowRight', queue.skip],
    ['U', queue.undo],
    ['mod+Z', queue.undo],
  ]);
  return (
    <Answer query={queue.query} skeletonRows={8} skeletonHeight={30}>
      {(data) => (
        <div className={classes.queue}>
          <Text size="sm" c="dimmed" role="status">
            {formatCount(data.open)} belum diputuskan, {formatCount(data.decided)} sudah diputuskan
          </Text>
          {pair === undefined ? (
            <EndOfQueue open={open} skipped={queue.skipped} onAgain={queue.again} />
          ) : (
            <PairCard pair={pair} />
          )}
          <ReviewBar queue={queue} />
        </div>
      )}
    </Answer>
  );
}

function PairCard({ pair }: { readonly pair: ReviewPair }) {
  const words = linkClassWords(pair.class);
  return (
    <Paper withBorder p="md">
      <Group justify="space-between" mb="sm" wrap="nowrap">
        <Text fw={600}>{words.label}</Text>
        <Text size="sm" c="dimmed">
          {decisionText(pair)}
        </Text>
      </Group>
      <PairTable
        left={pair.left}
        right={pair.right}
        leftHeading={`Daftar ${rosterInSentence[pair.roster]}`}
        rightHeading="Data BPJS"
      />
      <Text size="sm" mt="sm">
        {pair.why}
      </Text>
    </Paper>
  );
}

function decisionText(pair: ReviewPair): string {
  switch (pair.decision) {
    case 'same':
      return 'Diputuskan: orang yang sama';
    case 'different':
      return 'Diputuskan: orang berbeda';
    case 'open':
      return `Kemungkinan orang yang sama menurut perhitungan: ${Math.round(pair.probability * 100)} dari 100`;
  }
}

function EndOfQueue(props: {
  readonly open: boolean;
  readonly skipped: boolean;
  readonly onAgain: () => void;
}) {
  if (!props.open && !props.skipped) return <EmptyState title="Tidak ada pasangan meragukan" />;
  return (
    <EmptyState
      icon={<IconCircleCheck stroke={1.4} />}
      title={props.skipped ? 'Sampai di akhir antrean' : 'Tidak ada pasangan yang perlu diperiksa'}
      description={
        props.skipped
          ? 'Pasangan yang dilewati dapat dilihat lagi dari awal.'
          : 'Semua pasangan sudah diputuskan.'
      }
    >
      {props.skipped ? (
        <EmptyState.Actions>
          <Button variant="default" onClick={props.onAgain}>
            Mulai dari awal
          </Button>
        </EmptyState.Actions>
      ) : null}
    </EmptyState>
  );
}
