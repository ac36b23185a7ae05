/** One number that matters, with the words that keep it honest. */
import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './figure.module.css';

interface FigureProps {
  readonly label: string;
  readonly value: ReactNode;
  readonly detail?: ReactNode;
  readonly size?: 'md' | 'lg';
}

/** Label above, figure, definition below. */
export function Figure({ label, value, detail, size = 'md' }: FigureProps) {
  return (
    <div className={classes.figure}>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <div className={classes.value} data-size={size}>
        {value}
      </div>
      {detail === undefined ? null : (
        <Text size="sm" c="dimmed" component="div">
          {detail}
        </Text>
      )}
    </div>
  );
}
