/** Which columns are shown, and their order. */
import { ActionIcon, Button, Checkbox, Group, Popover, Stack } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconColumns3 } from '@tabler/icons-react';
import { columnsOfRoster } from '../../../contract/roster-columns.ts';
import type { Roster } from '../../../domain/segments.ts';
import { rosterColumnLabel } from '../../words/labels.ts';
import { moveColumn, type RosterColumnKey, toggleColumn } from './column-choice.ts';

interface ColumnMenuProps {
  readonly roster: Roster;
  readonly keys: readonly RosterColumnKey[];
  readonly onChoose: (keys: readonly RosterColumnKey[] | null) => void;
}

/** Shown columns come first, in their order. */
export function ColumnMenu({ roster, keys, onChoose }: ColumnMenuProps) {
  const others = columnsOfRoster(roster).filter((key) => !keys.includes(key));
  return (
    <Popover position="bottom-end" shadow="md" trapFocus>
      <Popover.Target>
        <Button variant="default" leftSection={<IconColumns3 size={15} aria-hidden="true" />}>
          Kolom
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap={4} w={230}>
          {[...keys, ...others].map((key) => (
            <Group key={key} justify="space-between" wrap="nowrap" gap="xs">
              <Checkbox
                size="xs"
                label={rosterColumnLabel(roster, key)}
                checked={keys.includes(key)}
                disabled={key === 'name'}
                onChange={() => onChoose(toggleColumn(keys, key))}
              />
              {keys.includes(key) ? (
                <MoveButtons
                  label={rosterColumnLabel(roster, key)}
                  first={keys[0] === key}
                  last={keys.at(-1) === key}
                  onMove={(by) => onChoose(moveColumn(keys, key, by))}
                />
              ) : null}
            </Group>
          ))}
          <Button variant="subtle" size="compact-sm" mt={4} onClick={() => onChoose(null)}>
            Kembalikan susunan awal
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

interface MoveButtonsProps {
  readonly label: string;
  readonly first: boolean;
  readonly last: boolean;
  readonly onMove: (by: -1 | 1) => void;
}

function MoveButtons({ label, first, last, onMove }: MoveButtonsProps) {
  return (
    <Group gap={2} wrap="nowrap">
      <ActionIcon
        size="sm"
        variant="subtle"
        color="gray"
        aria-label={`${label} ke kiri`}
        disabled={first}
        onClick={() => onMove(-1)}
      >
        <IconArrowUp size={14} />
      </ActionIcon>
      <ActionIcon
        size="sm"
        variant="subtle"
        color="gray"
        aria-label={`${label} ke kanan`}
        disabled={last}
        onClick={() => onMove(1)}
      >
        <IconArrowDown size={14} />
      </ActionIcon>
    </Group>
  );
}
