/** A short word on a tinted ground, dark enough to read. */
import type { ReactNode } from 'react';
import classes from './tag.module.css';

export type Tone = 'neutral' | 'good' | 'info' | 'notice' | 'bad' | 'mixed';

interface TagProps {
  readonly tone: Tone;
  readonly children: ReactNode;
}

/** The word carries the meaning; the tint only helps to find it again. */
export function Tag({ tone, children }: TagProps) {
  return (
    <span className={classes.tag} data-tone={tone}>
      {children}
    </span>
  );
}
