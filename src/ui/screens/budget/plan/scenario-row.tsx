/** One scenario in the list: ticked for comparison, opened, renamed, copied, taken away. */
import { ActionIcon, Anchor, Button, Checkbox, Group, Menu, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCopy, IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { ScenarioView } from '../../../../contract/plan-routes.ts';
import { assumptionSentences, planKindLabels } from '../../../../contract/words/plan-words.ts';
import { useCommand } from '../../../bridge/use-engine.ts';
import { showError } from '../../../parts/show-error.tsx';
import { Tag } from '../../../parts/tag.tsx';
import { asAppError } from '../../../words/as-app-error.ts';
import { NameDialog } from './name-dialog.tsx';

interface ScenarioRowProps {
  readonly scenario: ScenarioView;
  readonly picked: boolean;
  /** As many as can be compared are ticked already. */
  readonly full: boolean;
  readonly onToggle: () => void;
  readonly onEdit: () => void;
}

export function ScenarioRow({ scenario, picked, full, onToggle, onEdit }: ScenarioRowProps) {
  const [naming, setNaming] = useState<'rename' | 'copy' | null>(null);
  const save = useCommand('plan.save');
  const copy = useCommand('plan.duplicate');
  const remove = useCommand('plan.delete');
  const undo = useCommand('plan.undoDelete');
  const { id, name, version, assumptions } = scenario;
  const failed = (error: unknown) => showError(asAppError(error));

  async function takeAway() {
    const { journalId } = await remove.mutateAsync({ id });
    const note = `hapus-${id}`;
    notifications.show({
      id: note,
      title: `${name} dihapus`,
      message: (
        <Button
          variant="default"
          mt={4}
          onClick={() => {
            notifications.hide(note);
            undo.mutateAsync({ journalId }).catch(failed);
          }}
        >
          Urungkan
        </Button>
      ),
      autoClose: 12_000,
    });
  }

  async function give(given: string) {
    if (naming === 'copy') await copy.mutateAsync({ id, name: given });
    else await save.mutateAsync({ id, version, name: given, assumptions });
    setNaming(null);
  }

  const sentences = assumptionSentences(assumptions);
  return (
    <Group gap="sm" wrap="nowrap" justify="space-between">
      <Group gap="sm" wrap="nowrap" style={{ minWidth: 0 }}>
        <Checkbox
          aria-label={`Bandingkan ${name}`}
          checked={picked}
          disabled={!picked && full}
          onChange={onToggle}
        />
        <Anchor
          component="button"
          type="button"
          size="sm"
          fw={600}
          truncate
          title={name}
          // A long name gives way before it takes the whole row; a short one is never broken for the sentence.
          maw={320}
          style={{ flexShrink: 0 }}
          onClick={onEdit}
        >
          {name}
        </Anchor>
        {name === planKindLabels[scenario.kind] ? null : (
          <Tag tone="neutral">{planKindLabels[scenario.kind]}</Tag>
        )}
        <Text size="sm" c="dimmed" truncate title={sentences.join(' ')}>
          {sentences.slice(0, assumptions.target === null ? 1 : 2).join(' ')}
        </Text>
      </Group>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={`Tindakan untuk ${name}`}>
            <IconDots size={17} aria-hidden="true" />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={15} aria-hidden="true" />} onClick={onEdit}>
            Ubah asumsi
          </Menu.Item>
          <Menu.Item
            leftSection={<IconPencil size={15} aria-hidden="true" />}
            onClick={() => setNaming('rename')}
          >
            Ganti nama
          </Menu.Item>
          <Menu.Item
            leftSection={<IconCopy size={15} aria-hidden="true" />}
            onClick={() => setNaming('copy')}
          >
            Gandakan
          </Menu.Item>
          <Menu.Item
            leftSection={<IconTrash size={15} aria-hidden="true" />}
            onClick={() => void takeAway().catch(failed)}
          >
            Hapus
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {naming === null ? null : (
        <NameDialog
          title={naming === 'copy' ? `Gandakan ${name}` : `Ganti nama ${name}`}
          initial={naming === 'copy' ? `Salinan ${name}`.slice(0, 80) : name}
          busy={save.isPending || copy.isPending}
          onClose={() => setNaming(null)}
          onName={(given) => void give(given).catch(failed)}
        />
      )}
    </Group>
  );
}
