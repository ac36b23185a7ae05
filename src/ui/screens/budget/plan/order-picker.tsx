import { ActionIcon, Group, NativeSelect, Text } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { enrolKeyLabels } from '../../../../contract/words/plan-words.ts';
import { type EnrolKey, enrolKeys } from '../../../../domain/plan-types.ts';

interface OrderPickerProps {
  readonly order: readonly EnrolKey[];
  readonly onChange: (order: readonly EnrolKey[]) => void;
}

/** Whom to enrol first: one key after the other, each once. */
export function OrderPicker({ order, onChange }: OrderPickerProps) {
  const free = enrolKeys.filter((key) => !order.includes(key));
  const [next] = free;
  return (
    <div>
      <Text size="sm" fw={500} mb={2}>
        Didahulukan menurut
      </Text>
      <Group gap={6}>
        {order.map((key, at) => (
          <Group key={key} gap={2} wrap="nowrap">
            <NativeSelect
              aria-label={`Urutan ke-${at + 1}`}
              value={key}
              onChange={(event) => {
                const picked = enrolKeys.find((one) => one === event.currentTarget.value);
                if (picked !== undefined) onChange(order.with(at, picked));
              }}
              data={[key, ...free].map((value) => ({ value, label: enrolKeyLabels[value] }))}
            />
            {order.length === 1 ? null : (
              <ActionIcon
                aria-label={`Lepas ${enrolKeyLabels[key]}`}
                onClick={() => onChange(order.toSpliced(at, 1))}
              >
                <IconX size={14} aria-hidden="true" />
              </ActionIcon>
            )}
          </Group>
        ))}
        {next === undefined ? null : (
          <ActionIcon aria-label="Tambah urutan" onClick={() => onChange([...order, next])}>
            <IconPlus size={16} aria-hidden="true" />
          </ActionIcon>
        )}
      </Group>
    </div>
  );
}
