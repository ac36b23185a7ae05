/** A white sheet on the grey desk: a heading, a remark, a body. */
import { Group, Paper, type PaperProps, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface CardProps extends PaperProps {
  readonly title?: ReactNode;
  readonly remark?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A titled section of a screen. */
export function Card({ title, remark, actions, children, ...paper }: CardProps) {
  return (
    <Paper withBorder p="md" {...paper}>
      {title === undefined ? null : (
        <Group justify="space-between" align="baseline" mb="sm" wrap="nowrap" gap="md">
          <Group gap="sm" align="baseline" wrap="nowrap">
            <Title order={2}>{title}</Title>
            {remark === undefined ? null : (
              <Text size="sm" c="dimmed" component="div">
                {remark}
              </Text>
            )}
          </Group>
          {actions}
        </Group>
      )}
      {children}
    </Paper>
  );
}
