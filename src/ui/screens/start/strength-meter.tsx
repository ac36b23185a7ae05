import { Group, Progress, Text } from '@mantine/core';
import { passphraseAdvice } from './passphrase-strength.ts';

const colours = ['gray', 'orange', 'yellow', 'teal'] as const;

/** How good the passphrase is so far; keeps its height while nothing was typed. */
export function StrengthMeter({ passphrase }: { readonly passphrase: string }) {
  const advice = passphraseAdvice(passphrase);
  return (
    <Group gap="sm" mt={6} mb="sm" wrap="nowrap" aria-live="polite">
      <Progress
        value={passphrase === '' ? 0 : (advice.level + 1) * 25}
        color={colours[advice.level]}
        size="sm"
        w={120}
        aria-hidden="true"
      />
      <Text size="sm" c="dimmed">
        {advice.text}
      </Text>
    </Group>
  );
}
