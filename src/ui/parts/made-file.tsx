/** A file that was written: its name, and ways to it. */
import { Button, Group, Text } from '@mantine/core';
import { IconExternalLink, IconFolder } from '@tabler/icons-react';
import { useBridge } from '../bridge/bridge-context.tsx';
import { asAppError } from '../words/as-app-error.ts';
import { showError } from './show-error.tsx';

interface MadeFileProps {
  readonly made: {
    readonly file: string;
    readonly fileName: string;
    readonly folder: string;
  };
  /** What is in it. */
  readonly detail: string;
}

export function MadeFile({ made, detail }: MadeFileProps) {
  const { shell } = useBridge();
  const failed = (error: unknown) => showError(asAppError(error));
  return (
    <>
      <Text size="sm" fw={600}>
        {made.fileName}
      </Text>
      <Text size="sm" role="status">
        {detail}
      </Text>
      <Group>
        <Button
          variant="default"
          leftSection={<IconFolder size={16} aria-hidden="true" />}
          onClick={() => shell.show(made.folder).catch(failed)}
        >
          Buka folder
        </Button>
        <Button
          variant="default"
          leftSection={<IconExternalLink size={16} aria-hidden="true" />}
          onClick={() => shell.open(made.file).catch(failed)}
        >
          Buka berkas
        </Button>
      </Group>
    </>
  );
}
