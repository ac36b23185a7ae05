/** Enrolment as a word with a colour beside it; the word alone says it all. */
import type { Enrolment } from '../../domain/segments.ts';
import { enrolmentLabels } from '../words/labels.ts';
import classes from './enrolment-badge.module.css';

/** A dot and a word, quiet enough for a million rows. */
export function EnrolmentBadge({ enrolment }: { readonly enrolment: Enrolment | null }) {
  return (
    <span className={classes.badge}>
      <span className={classes.dot} data-enrolment={enrolment ?? undefined} aria-hidden="true" />
      {enrolment === null ? 'Belum dipadankan' : enrolmentLabels[enrolment]}
    </span>
  );
}
