import { Button, Group, Paper, Text, Title } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { Link } from 'wouter';
import classes from './home.module.css';
import type { NextStep } from './next-step.ts';

/** One sentence and one button: the next thing to do. */
export function NextStepCard({ step }: { readonly step: NextStep }) {
  return (
    <Paper
      p="md"
      className={classes.nextStep ?? ''}
      component="section"
      aria-label="Langkah berikutnya"
    >
      <Group justify="space-between" wrap="nowrap">
        <div>
          <Title order={2}>{step.title}</Title>
          <Text size="sm">{step.text}</Text>
        </div>
        <Button
          size="sm"
          component={Link}
          href={step.to}
          rightSection={<IconArrowRight size={16} aria-hidden="true" />}
          className={classes.fixed ?? ''}
        >
          {step.action}
        </Button>
      </Group>
    </Paper>
  );
}
