/** Sets status, PIC or deadline of the marked findings at once, and offers to take it back. */
import { Button, Group, Menu, Modal, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import type { RouteIn } from '../../../contract/routes.ts';
import { followUpLabels } from '../../../contract/words/finding-words.ts';
import { settableFollowUps } from '../../../domain/findings.ts';
import { useOpenStore } from '../../app/store-context.tsx';
import { useCommand } from '../../bridge/use-engine.ts';
import { DateField } from '../../parts/date-field.tsx';
import { showError } from '../../parts/show-error.tsx';
import { civilDateOf, formatCount } from '../../words/format.ts';

type Change = Omit<RouteIn<'finding.update'>, 'ids'>;
type Asking = 'ignore' | 'pic' | 'deadline' | null;

interface FollowUpBarProps {
  readonly ids: readonly number[];
  readonly onDone: () => void;
  /** Without the count of what is marked: beside a single finding. */
  readonly single?: boolean;
}

export function FollowUpBar({ ids, onDone, single = false }: FollowUpBarProps) {
  const { readOnly } = useOpenStore();
  const [asking, setAsking] = useState<Asking>(null);
  const { save, busy } = useFollowUp(ids, () => {
    setAsking(null);
    onDone();
  });
  const off = readOnly || busy;
  return (
    <Group gap={6} wrap="nowrap">
      {single ? null : (
        <Text size="sm" fw={600} role="status">
          {formatCount(ids.length)} ditandai
        </Text>
      )}
      <Menu position="bottom-start">
        <Menu.Target>
          <Button
            variant="default"
            disabled={off}
            rightSection={<IconChevronDown size={14} aria-hidden="true" />}
          >
            Status
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {settableFollowUps.map((status) => (
            <Menu.Item
              key={status}
              onClick={() => (status === 'diabaikan' ? setAsking('ignore') : save({ status }))}
            >
              {followUpLabels[status]}
              {status === 'diabaikan' ? ' …' : ''}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Button variant="default" disabled={off} onClick={() => setAsking('pic')}>
        PIC …
      </Button>
      <Button variant="default" disabled={off} onClick={() => setAsking('deadline')}>
        Tenggat …
      </Button>
      {single ? null : (
        <Button variant="subtle" onClick={onDone}>
          Lepas tanda
        </Button>
      )}
      {asking === null ? null : (
        <AskDialog
          key={asking}
          asking={asking}
          count={ids.length}
          onClose={() => setAsking(null)}
          onSave={save}
        />
      )}
    </Group>
  );
}

function useFollowUp(ids: readonly number[], onDone: () => void) {
  const update = useCommand('finding.update');
  const undo = useCommand('finding.undo');
  const save = (change: Change) =>
    update.mutate(
      { ids: [...ids], ...change },
      {
        onError: showError,
        onSuccess({ changed, journalId }) {
          onDone();
          const id = 'temuan-diubah';
          notifications.show({
            id,
            // Clear of the panel's own buttons.
            position: 'top-center',
            message: (
              <Group justify="space-between" wrap="nowrap">
                <Text size="sm">{formatCount(changed)} temuan diubah.</Text>
                {journalId === null ? null : (
                  <Button
                    variant="subtle"
                    onClick={() => {
                      notifications.hide(id);
                      undo.mutate({ journalId }, { onError: showError });
                    }}
                  >
                    Urungkan
                  </Button>
                )}
              </Group>
            ),
            autoClose: 8000,
          });
        },
      },
    );
  return { save, busy: update.isPending || undo.isPending };
}

const titles = {
  ignore: 'Abaikan temuan',
  pic: 'Tentukan PIC',
  deadline: 'Tentukan tenggat',
} as const;

interface AskDialogProps {
  readonly asking: Exclude<Asking, null>;
  readonly count: number;
  readonly onClose: () => void;
  readonly onSave: (change: Change) => void;
}

function AskDialog({ asking, count, onClose, onSave }: AskDialogProps) {
  const [text, setText] = useState('');
  const [date, setDate] = useState<string | null>(() => civilDateOf(new Date()));
  const trimmed = text.trim();
  const change: Change | null =
    asking === 'deadline'
      ? date === null
        ? null
        : { deadline: date }
      : asking === 'pic'
        ? trimmed === ''
          ? null
          : { pic: trimmed }
        : trimmed.length < 3
          ? null
          : { status: 'diabaikan', ignoreReason: trimmed };
  return (
    <Modal
      opened
      onClose={onClose}
      title={titles[asking]}
      closeButtonProps={{ 'aria-label': 'Tutup' }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (change !== null) onSave(change);
        }}
      >
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            Untuk {formatCount(count)} temuan.
          </Text>
          {asking === 'deadline' ? (
            <DateField label="Tenggat" value={date} onChange={setDate} />
          ) : (
            <TextInput
              data-autofocus
              label={asking === 'pic' ? 'Nama atau jabatan' : 'Alasan'}
              description={
                asking === 'ignore'
                  ? 'Temuan yang diabaikan tidak dihitung terbuka, dan alasannya ikut diekspor.'
                  : undefined
              }
              maxLength={asking === 'pic' ? 80 : 200}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Batal
            </Button>
            <Button type="submit" disabled={change === null}>
              Simpan
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
