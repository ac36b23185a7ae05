/** Pairs to decide, one at a time, by key: both records side by side, what differs marked. */
import { Button, EmptyState, Group, Kbd, Paper, SegmentedControl, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { ReviewPair } from '../../../contract/work-routes.ts';
import { places } from '../../app/places.ts';
import { useOpenStore } from '../../app/store-context.tsx';
import { useCommand, useRoute } from '../../bridge/use-engine.ts';
import { Answer } from '../../parts/answer.tsx';
import { Page } from '../../parts/page.tsx';
import { showError } from '../../parts/show-error.tsx';
import { formatCount } from '../../words/format.ts';
import { rosterInSentence } from '../../words/labels.ts';
import { linkClassWords } from '../../words/work-words.ts';
import { PairTable } from './pair-table.tsx';
import classes from './review.module.css';

type Decision = ReviewPair['decision'];

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
  // The pair before the one shown; skipping moves it on, deciding takes the pair out of the queue.
  const [after, setAfter] = useState<number | undefined>(undefined);
  const [done, setDone] = useState<readonly number[]>([]);
  const query = useRoute(
    'reconcile.review',
    { open, limit: 20, ...(after === undefined ? {} : { after }) },
    { keep: true },
  );
  const decide = useCommand('reconcile.decide');
  const { readOnly } = useOpenStore();
  const pair = query.data?.pairs.find((one) => !open || !done.includes(one.id));
  const busy = decide.isPending || query.isPlaceholderData;

  function answer(decision: Decision) {
    if (pair === undefined || busy || readOnly) return;
    decide.mutate(
      { id: pair.id, decision },
      {
        onSuccess: () => {
          if (open) setDone((before) => [...before, pair.id]);
        },
        onError: showError,
      },
    );
  }
  function undo() {
    const last = done.at(-1);
    if (last === undefined || busy) return;
    decide.mutate(
      { id: last, decision: 'open' },
      {
        onSuccess: () => {
          setDone((before) => before.slice(0, -1));
          setAfter(undefined);
        },
        onError: showError,
      },
    );
  }
  function skip() {
    if (pair !== undefined && !busy) setAfter(pair.id);
  }
  useHotkeys([
    ['Y', () => answer('same')],
    ['N', () => answer('different')],
    ['S', skip],
    ['ArrowRight', skip],
    ['U', undo],
    ['mod+Z', undo],
  ]);

  return (
    <Answer query={query} skeletonRows={8} skeletonHeight={30}>
      {(data) => (
        <div className={classes.queue}>
          <Text size="sm" c="dimmed" role="status">
            {formatCount(data.open)} belum diputuskan, {formatCount(data.decided)} sudah diputuskan
          </Text>
          {pair === undefined ? (
            <EndOfQueue
              open={open}
              skipped={after !== undefined}
              onAgain={() => setAfter(undefined)}
            />
          ) : (
            <PairCard pair={pair} />
          )}
          <Group justify="space-between">
            <Button
              variant="default"
              size="sm"
              onClick={undo}
              disabled={done.length === 0 || busy}
              rightSection={<Kbd size="xs">U</Kbd>}
            >
              Urungkan keputusan terakhir
            </Button>
            {pair === undefined ? null : (
              <Group gap="sm">
                <Button
                  variant="default"
                  size="sm"
                  onClick={skip}
                  rightSection={<Kbd size="xs">S</Kbd>}
                >
                  Lewati
                </Button>
                <Button
                  variant="default"
                  size="sm"
                  disabled={readOnly}
                  onClick={() => answer('different')}
                  rightSection={<Kbd size="xs">N</Kbd>}
                >
                  Orang berbeda
                </Button>
                <Button
                  size="sm"
                  disabled={readOnly}
                  onClick={() => answer('same')}
                  rightSection={<Kbd size="xs">Y</Kbd>}
                >
                  Orang yang sama
                </Button>
              </Group>
            )}
          </Group>
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
