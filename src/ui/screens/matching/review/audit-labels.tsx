/** The sample's pairs one by one, without anything that would sway: Y, N, or ? for not known. */
import { Button, Group, Kbd, Paper, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { Audit, AuditItem } from '../../../../contract/review-routes.ts';
import { useOpenStore } from '../../../app/store-context.tsx';
import { useCommand, useRoute } from '../../../bridge/use-engine.ts';
import { Answer } from '../../../parts/answer.tsx';
import { showError } from '../../../parts/show-error.tsx';
import { Tag } from '../../../parts/tag.tsx';
import { formatCount } from '../../../words/format.ts';
import { PairTable } from './pair-table.tsx';
import classes from './review.module.css';
import { useOperator } from './use-operator.ts';

type Label = NonNullable<AuditItem['label']>;

/** Starts at the first pair without a label. */
export function AuditLabels({ audit }: { readonly audit: Audit }) {
  const items = useRoute('review.auditItems', { auditId: audit.id }, { keep: true });
  return (
    <Answer query={items} skeletonRows={6}>
      {(list) => (list.length === 0 ? null : <Labelling items={list} />)}
    </Answer>
  );
}

function Labelling({ items }: { readonly items: readonly AuditItem[] }) {
  const { readOnly } = useOpenStore();
  const { initials } = useOperator();
  const command = useCommand('review.labelAudit');
  const firstOpen = items.findIndex(({ label }) => label === null);
  const [at, setAt] = useState(() => Math.max(0, firstOpen));
  const item = items[Math.min(at, items.length - 1)];

  function move(step: number) {
    setAt((before) => Math.min(items.length - 1, Math.max(0, before + step)));
  }
  function label(value: Label | null) {
    if (item === undefined || readOnly || command.isPending) return;
    command.mutate(
      { itemId: item.id, label: value, operator: initials },
      { onSuccess: () => (value === null ? undefined : move(1)), onError: showError },
    );
  }
  useLabelKeys(label, move);
  if (item === undefined) return null;
  return (
    <Paper withBorder p="md">
      <Group justify="space-between" mb="xs">
        <Group gap="xs">
          <Text fw={600}>
            Contoh {formatCount(item.seq)} dari {formatCount(items.length)}
          </Text>
          {item.label === null ? null : (
            <Tag tone={tones[item.label]}>{labelWords[item.label]}</Tag>
          )}
        </Group>
        <Text size="sm" c="dimmed">
          {item.why ?? 'Hitungan Padan tampil setelah dinilai'}
        </Text>
      </Group>
      <div className={classes.side}>
        <PairTable
          left={item.left}
          right={item.right}
          leftHeading="Daftar kabupaten/kota"
          rightHeading="Data BPJS"
        />
        <Group justify="space-between">
          <Group gap="xs">
            <Button
              variant="default"
              onClick={() => move(-1)}
              rightSection={<Kbd size="xs">←</Kbd>}
            >
              Sebelumnya
            </Button>
            <Button variant="default" onClick={() => move(1)} rightSection={<Kbd size="xs">→</Kbd>}>
              Berikutnya
            </Button>
            {item.label === null ? null : (
              <Button
                variant="default"
                disabled={readOnly}
                onClick={() => label(null)}
                rightSection={<Kbd size="xs">H</Kbd>}
              >
                Hapus penilaian
              </Button>
            )}
          </Group>
          <Group gap="xs">
            <Button
              variant="default"
              disabled={readOnly}
              onClick={() => label('unsure')}
              rightSection={<Kbd size="xs">T</Kbd>}
            >
              Tidak tahu
            </Button>
            <Button
              variant="default"
              disabled={readOnly}
              onClick={() => label('different')}
              rightSection={<Kbd size="xs">N</Kbd>}
            >
              Orang berbeda
            </Button>
            <Button
              disabled={readOnly}
              onClick={() => label('same')}
              rightSection={<Kbd size="xs">Y</Kbd>}
            >
              Orang yang sama
            </Button>
          </Group>
        </Group>
      </div>
    </Paper>
  );
}

const labelWords: Readonly<Record<Label, string>> = {
  same: 'Orang yang sama',
  different: 'Orang berbeda',
  unsure: 'Tidak tahu',
};
const tones = { same: 'good', different: 'bad', unsure: 'notice' } as const;

function useLabelKeys(label: (value: Label | null) => void, move: (step: number) => void): void {
  const latest = useRef({ label, move });
  latest.current = { label, move };
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : null;
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if (target?.closest('input, textarea, select, [role="listbox"], [role="dialog"]') != null)
        return;
      const now = latest.current;
      const actions: Readonly<Record<string, () => void>> = {
        y: () => now.label('same'),
        n: () => now.label('different'),
        t: () => now.label('unsure'),
        h: () => now.label(null),
        arrowleft: () => now.move(-1),
        arrowright: () => now.move(1),
      };
      const key = event.key.toLowerCase();
      if (!Object.hasOwn(actions, key)) return;
      event.preventDefault();
      actions[key]?.();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
