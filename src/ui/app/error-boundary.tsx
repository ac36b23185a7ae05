/** Catches a failure while drawing a screen and offers a way on. React asks for a class here. */
import { Button, Center, Stack, Text, Title } from '@mantine/core';
import { Component, type ReactNode } from 'react';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
}

export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <Center h="100%">
        <Stack align="center" gap="xs" role="alert">
          <Title order={1}>Halaman ini tidak dapat ditampilkan</Title>
          <Text c="dimmed">Data di berkas tidak terpengaruh.</Text>
          <Button onClick={() => this.setState({ failed: false })}>Tampilkan lagi</Button>
        </Stack>
      </Center>
    );
  }
}
