import { Button, Group, Modal, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { planKindLabels } from '../../../../contract/words/plan-words.ts';
import { type PlanKind, planKinds } from '../../../../domain/plan-types.ts';

interface NameDialogProps {
  readonly title: string;
  readonly initial?: string;
  /** Asks what kind of scenario it is, too. */
  readonly withKind?: boolean;
  readonly busy: boolean;
  readonly onClose: () => void;
  readonly onName: (name: string, kind: PlanKind) => void;
}

/** A name for a scenario; Enter takes it. */
export function NameDialog(props: NameDialogProps) {
  const { title, initial = '', withKind = false, busy, onClose, onName } = props;
  const [name, setName] = useState(initial);
  const [kind, setKind] = useState<PlanKind>('own');
  const given = name.trim();
  return (
    <Modal opened onClose={onClose} title={title} size="sm">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (given !== '') onName(given, kind);
        }}
      >
        <Stack gap="sm">
          <TextInput
            data-autofocus
            label="Nama skenario"
            maxLength={80}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {withKind ? (
            <NativeSelect
              label="Mulai dari"
              value={kind}
              onChange={(event) => {
                const { value } = event.currentTarget;
                setKind(planKinds.find((one) => one === value) ?? 'own');
              }}
              data={planKinds.map((value) => ({ value, label: planKindLabels[value] }))}
            />
          ) : null}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Batal
            </Button>
            <Button type="submit" disabled={given === ''} loading={busy}>
              Simpan
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
