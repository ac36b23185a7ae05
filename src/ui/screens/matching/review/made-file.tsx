/** A file that was written: its name, and ways to it. */
import { Button, Group, Text } from '@mantine/core';
import { IconExternalLink, IconFolder } from '@tabler/icons-react';
import { useBridge } from '../../../bridge/bridge-context.tsx';
import { showError } from '../../../parts/show-error.tsx';
import { asAppError } from '../../../words/as-app-error.ts';
import { formatCount } from '../../../words/format.ts';

interface MadeFileProps {
  readonly made: {
    readonly file: string;
    readonly fileName: string;
    readonly folder: string;
    readonly rows: number;
  };
  /** What its rows are. */
  readonly unit: string;
}

export function MadeFile({ made, unit }: MadeFileProps) {
  const { shell } = useBridge();
  const failed = (error: unknown) => showError(asAppError(error));
  return (
    <>
      <Text size="sm" fw={600}>
        {made.fileName}
      </Text>
      <Text size="sm" role="status">
        {formatCount(made.rows)} {unit}
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
