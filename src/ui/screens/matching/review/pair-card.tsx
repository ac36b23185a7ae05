/** The pair on the desk: both records, what an officer said of it, and its note. */
import { Alert, Group, Paper, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type RefObject, useEffect } from 'react';
import type { ReviewPair } from '../../../../contract/review-routes.ts';
import { differenceLabels } from '../../../../contract/words/review-words.ts';
import { Tag } from '../../../parts/tag.tsx';
import { formatRupiah } from '../../../words/format.ts';
import { rosterInSentence } from '../../../words/labels.ts';
import { linkClassWords } from '../../../words/work-words.ts';
import { PairTable } from './pair-table.tsx';
import classes from './review.module.css';
import type { Candidate } from './use-queue.ts';

interface PairCardProps {
  readonly pair: ReviewPair;
  readonly shown: Candidate;
  readonly number: number;
  readonly of: number;
  /** Keys rest for a moment. */
  readonly busy: boolean;
  readonly deskRef: RefObject<HTMLDivElement | null>;
}

/** Takes the focus whenever another pair comes, so that keys and screen readers are where the work is. */
export function PairCard({ pair, shown, number, of, busy, deskRef }: PairCardProps) {
  const key = `${pair.pairKey}/${shown.pairKey}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus follows the pair
  useEffect(() => {
    const inside = document.activeElement;
    const typing = inside instanceof HTMLInputElement || inside instanceof HTMLSelectElement;
    if (!typing) deskRef.current?.focus({ preventScroll: true });
  }, [key, deskRef]);
  const decided = shown.decision !== 'open' && shown.class === 'review';
  const heading = shown.class === null || decided ? 'Pasangan' : linkClassWords(shown.class).label;
  return (
    <Paper
      withBorder
      p="md"
      ref={deskRef}
      tabIndex={-1}
      className={classes.pairCard ?? ''}
      role="group"
      aria-busy={busy}
      aria-label={`${heading}: ${shown.left.name} dan ${shown.right.name}`}
    >
      <Group justify="space-between" mb="xs" wrap="nowrap">
        <Group gap="xs" wrap="nowrap">
          <Text fw={600}>{number === 1 ? heading : `Calon ${number} dari ${of}`}</Text>
          <Standing pair={pair} shown={shown} />
        </Group>
        {shown !== pair || pair.money === 0 ? null : (
          <Text size="sm" c="dimmed" truncate="end">
            Iuran {formatRupiah(pair.money)}/bulan
          </Text>
        )}
      </Group>
      <PairTable
        left={shown.left}
        right={shown.right}
        leftHeading={`Daftar ${rosterInSentence[shown.roster]}`}
        rightHeading="Data BPJS"
      />
      <Contradiction shown={shown} />
      {shown.note === null ? null : (
        <Text size="sm" mt="xs">
          Catatan: {shown.note}
        </Text>
      )}
    </Paper>
  );
}

/** What speaks for two people, said before anybody presses Y. */
function Contradiction({ shown }: Pick<PairCardProps, 'shown'>) {
  const { contradicts } = shown;
  if (contradicts.length < 2) return null;
  const fields = contradicts.map((field) => inSentence(differenceLabels[field]));
  const advice = contradicts.includes('nik')
    ? 'Nama dan tanggal lahir yang sama bisa milik dua orang.'
    : 'Nomor yang sama bisa tertulis pada anggota keluarga.';
  return (
    <Alert
      color="orange"
      mt="xs"
      py={6}
      icon={<IconAlertTriangle size={18} aria-hidden="true" />}
      role="note"
    >
      <b>Bertentangan: {listed.format(fields)}.</b> {advice} Pastikan dengan KTP atau KK.
    </Alert>
  );
}

const listed = new Intl.ListFormat('id', { type: 'conjunction' });
const inSentence = (label: string): string => (label === 'NIK' ? label : label.toLowerCase());

function Standing({ pair, shown }: Pick<PairCardProps, 'pair' | 'shown'>) {
  const by = shown.decidedBy.length === 0 ? '' : ` oleh ${shown.decidedBy.join(' dan ')}`;
  if (shown.decision === 'same') return <Tag tone="good">Orang yang sama{by}</Tag>;
  if (shown.decision === 'different') return <Tag tone="neutral">Orang berbeda{by}</Tag>;
  if (shown !== pair) return null;
  if (pair.disputed) return <Tag tone="bad">Dua petugas tidak sepakat</Tag>;
  if (pair.votedBy !== null) return <Tag tone="notice">Sudah diperiksa {pair.votedBy}</Tag>;
  return pair.needsTwo ? <Tag tone="info">Diperiksa dua orang</Tag> : null;
}
