/** Gives entries another status; leaving a list asks why. */
import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconChevronDown } from '@tabler/icons-react';
import { type LeaveReason, leaveReasons } from '../../../domain/entry-status.ts';
import type { EntryStatus } from '../../../domain/segments.ts';
import { useCommand } from '../../bridge/use-engine.ts';
import { showError } from '../../parts/show-error.tsx';
import { formatCount } from '../../words/format.ts';
import { leaveReasonLabels, statusLabels } from '../../words/labels.ts';

interface StatusMenuProps {
  readonly entryIds: readonly number[];
  readonly statuses: readonly EntryStatus[];
  readonly onDone?: () => void;
}

export function StatusMenu({ entryIds, statuses, onDone }: StatusMenuProps) {
  const command = useCommand('roster.setStatus');
  const set = (status: EntryStatus, reason: LeaveReason | null) =>
    command.mutate(
      { entryIds: [...entryIds], status, reason },
      {
        onError: showError,
        onSuccess: ({ changed, refused }) => {
          if (refused.length > 0 || entryIds.length > 1) {
            notifications.show({
              title: `Status ${formatCount(changed)} orang diubah`,
              message: refusedText(refused.length),
            });
          }
          onDone?.();
        },
      },
    );
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button
          variant="default"
          size="compact-sm"
          loading={command.isPending}
          disabled={statuses.length === 0}
          rightSection={<IconChevronDown size={14} aria-hidden="true" />}
        >
          Ubah status
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {statuses
          .filter((status) => status !== 'keluar')
          .map((status) => (
            <Menu.Item key={status} onClick={() => set(status, null)}>
              {statusLabels[status]}
            </Menu.Item>
          ))}
        {statuses.includes('keluar') ? (
          <>
            <Menu.Label>Keluar dari daftar, karena</Menu.Label>
            {leaveReasons.map((reason) => (
              <Menu.Item key={reason} onClick={() => set('keluar', reason)}>
                {leaveReasonLabels[reason]}
              </Menu.Item>
            ))}
          </>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );
}

function refusedText(count: number): string {
  return count === 0
    ? 'Dapat diurungkan dari riwayat.'
    : `${formatCount(count)} orang tidak diubah: statusnya tidak dapat menjadi itu.`;
}
