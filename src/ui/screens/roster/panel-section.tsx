import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './roster-screen.module.css';

/** One part of what is shown of a person. */
export function PanelSection(props: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={classes.section}>
      <Title order={3} mb={6}>
        {props.title}
      </Title>
      {props.children}
    </section>
  );
}
