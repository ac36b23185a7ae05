import { Button, Group, Kbd } from '@mantine/core';
import type { ReviewQueue } from './use-review-queue.ts';

/** What can be done with the pair at hand, each with its key. */
export function ReviewBar({ queue }: { readonly queue: ReviewQueue }) {
  return (
    <Group justify="space-between">
      <Button
        variant="default"
        size="sm"
        onClick={queue.undo}
        disabled={!queue.undoable}
        rightSection={<Kbd size="xs">U</Kbd>}
      >
        Urungkan keputusan terakhir
      </Button>
      {queue.pair === undefined ? null : (
        <Group gap="sm">
          <Button
            variant="default"
            size="sm"
            onClick={queue.skip}
            rightSection={<Kbd size="xs">S</Kbd>}
          >
            Lewati
          </Button>
          <Button
            variant="default"
            size="sm"
            disabled={queue.readOnly}
            onClick={() => queue.decide('different')}
            rightSection={<Kbd size="xs">N</Kbd>}
          >
            Orang berbeda
          </Button>
          <Button
            size="sm"
            disabled={queue.readOnly}
            onClick={() => queue.decide('same')}
            rightSection={<Kbd size="xs">Y</Kbd>}
          >
            Orang yang sama
          </Button>
        </Group>
      )}
    </Group>
  );
}
