/** The pair and up to five rivals: other candidates of its person and of its membership. */
import { Text } from '@mantine/core';
import { Card } from '../../../parts/card.tsx';
import { formatDate } from '../../../words/format.ts';
import classes from './review.module.css';
import type { Candidate, ReviewQueue } from './use-queue.ts';
import { formatShare } from './words.ts';

/** One press, or the key K, lays a candidate on the desk. */
export function Candidates({ queue }: { readonly queue: ReviewQueue }) {
  const { candidates, chosen, choose } = queue;
  if (candidates.length < 2) return null;
  return (
    <Card title="Calon" remark={`${candidates.length - 1} calon lain`} p="sm">
      <div className={classes.candidates}>
        {candidates.map((candidate, at) => (
          <button
            key={candidate.pairKey}
            type="button"
            className={classes.candidate}
            aria-pressed={at === chosen}
            onClick={() => choose(at)}
          >
            <span>
              {at + 1}. {said(candidate)}
            </span>
            <span>{candidate.probability === null ? '' : formatShare(candidate.probability)}</span>
          </button>
        ))}
      </div>
      <Text size="sm" c="dimmed" mt={6}>
        Satu kepesertaan milik satu orang: bila satu calon sama, yang lain dinyatakan berbeda.
      </Text>
    </Card>
  );
}

function said(candidate: Candidate): string {
  if (!('shares' in candidate)) return 'Pasangan ini';
  const side = candidate.shares === 'person' ? candidate.right : candidate.left;
  const of = candidate.shares === 'person' ? 'BPJS' : 'daftar';
  const born = side.birthDate === null ? '' : `, ${formatDate(side.birthDate)}`;
  // A village is part of its unit's name; an employer tells nothing of who somebody is.
  const where = candidate.shares === 'person' ? side.place : (side.unit ?? side.place);
  const place = where === null ? '' : `, ${where}`;
  const state =
    candidate.decision === 'different'
      ? ' (sudah dinyatakan berbeda)'
      : candidate.decision === 'same'
        ? ' (sudah diputuskan sama)'
        : candidate.linked
          ? ' (sudah dipasangkan)'
          : '';
  return `Di ${of}: ${side.name}${born}${place}${state}`;
}
