/** The frame of a screen: one heading, what to do there, and a body that scrolls by itself. */
import { Group, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import classes from './page.module.css';

interface PageProps {
  readonly title: string;
  readonly hint?: ReactNode;
  readonly actions?: ReactNode;
  /** `fill`: the body takes the window's height and scrolls inside its own parts. */
  readonly body?: 'scroll' | 'fill';
  readonly children: ReactNode;
}

/** A screen; its title is also the window's. */
export function Page({ title, hint, actions, body = 'scroll', children }: PageProps) {
  useEffect(() => {
    document.title = `${title} – Padan`;
  }, [title]);
  return (
    <div className={classes.page}>
      <header className={classes.header}>
        <div className={classes.heading}>
          <Title order={1}>{title}</Title>
          {hint === undefined ? null : (
            <Text size="sm" c="dimmed" component="div">
              {hint}
            </Text>
          )}
        </div>
        <Group gap="xs" wrap="nowrap">
          {actions}
        </Group>
      </header>
      {body === 'fill' ? (
        <div className={classes.fill}>{children}</div>
      ) : (
        <section className={classes.scroll} aria-label={title}>
          {children}
        </section>
      )}
    </div>
  );
}
