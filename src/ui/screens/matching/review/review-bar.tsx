/** What can be done with the pair at hand, each with its key. */
import { Button, Group, Kbd, Paper, TextInput } from '@mantine/core';
import type { RefObject } from 'react';
import classes from './review.module.css';
import type { ReviewQueue } from './use-queue.ts';

interface ReviewBarProps {
  readonly queue: ReviewQueue;
  readonly noteRef: RefObject<HTMLInputElement | null>;
  readonly deskRef: RefObject<HTMLDivElement | null>;
}

/** The note gives way where many buttons stand beside it. */
const fixed = { flex: 'none' } as const;

/** Always in the same place, so that a hand finds it without looking. */
export function ReviewBar({ queue, noteRef, deskRef }: ReviewBarProps) {
  const { pair, busy, readOnly } = queue;
  const key = (text: string) => <Kbd size="xs">{text}</Kbd>;
  return (
    <Paper withBorder className={classes.dock ?? ''}>
      <Group justify="space-between" wrap="nowrap">
        <Group gap="xs" wrap="nowrap" flex={1} miw={0}>
          <Button
            variant="default"
            style={fixed}
            onClick={queue.undo}
            disabled={!queue.undoable}
            rightSection={key('U')}
          >
            Urungkan
          </Button>
          {pair === undefined ? null : (
            <TextInput
              ref={noteRef}
              aria-label="Catatan"
              placeholder="Catatan (C), misalnya: NIK istri"
              flex={1}
              miw={90}
              maw={260}
              maxLength={400}
              value={queue.note}
              onChange={(event) => queue.setNote(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' && event.key !== 'Escape') return;
                event.preventDefault();
                if (event.key === 'Escape') queue.setNote('');
                deskRef.current?.focus();
              }}
            />
          )}
        </Group>
        {pair === undefined ? null : (
          <Group gap="xs" wrap="nowrap" style={fixed}>
            {queue.candidates.length < 2 ? null : (
              <Button
                variant="default"
                onClick={() => queue.choose(queue.chosen + 1)}
                rightSection={key('K')}
              >
                Calon berikut
              </Button>
            )}
            {queue.shown?.decision === 'open' ? null : (
              <Button
                variant="default"
                disabled={readOnly || busy}
                onClick={() => queue.decide('open')}
                rightSection={key('T')}
              >
                Tarik keputusan
              </Button>
            )}
            <Button variant="default" onClick={queue.skip} rightSection={key('L')}>
              Lewati
            </Button>
            <Button
              variant="default"
              disabled={readOnly}
              onClick={() => queue.decide('different')}
              rightSection={key('N')}
            >
              Orang berbeda
            </Button>
            <Button
              disabled={readOnly}
              onClick={() => queue.decide('same')}
              rightSection={key('Y')}
            >
              Orang yang sama
            </Button>
          </Group>
        )}
      </Group>
    </Paper>
  );
}
