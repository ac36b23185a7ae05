/** What narrows the queue, and filters kept under a name. */
import { ActionIcon, Button, Group, Modal, NativeSelect, TextInput } from '@mantine/core';
import { IconDeviceFloppy, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import {
  differenceField,
  differenceFields,
  type ReviewFilter,
} from '../../../../contract/review-routes.ts';
import { differenceLabels } from '../../../../contract/words/review-words.ts';
import { rosters } from '../../../../domain/segments.ts';
import { useCommand, useRoute } from '../../../bridge/use-engine.ts';
import { showError } from '../../../parts/show-error.tsx';
import { UnitSelect } from '../../../parts/unit-select.tsx';
import { rosterLabels } from '../../../words/labels.ts';
import classes from './review.module.css';

interface QueueFiltersProps {
  readonly filter: ReviewFilter;
  readonly blind: boolean;
  readonly onChange: (filter: ReviewFilter) => void;
}

/** In blind mode pairs are not told apart by class. */
export function QueueFilters({ filter, blind, onChange }: QueueFiltersProps) {
  const { roster, unitId, class: linkClass, field, state } = filter;
  const build = (change: { [K in keyof ReviewFilter]?: ReviewFilter[K] | undefined }) => {
    const all = { roster, unitId, class: linkClass, field, ...change };
    onChange({
      state,
      ...(all.roster === undefined ? {} : { roster: all.roster }),
      ...(all.unitId === undefined ? {} : { unitId: all.unitId }),
      ...(all.class === undefined ? {} : { class: all.class }),
      ...(all.field === undefined ? {} : { field: all.field }),
    });
  };
  return (
    <div className={classes.filters}>
      <NativeSelect
        aria-label="Daftar"
        w={150}
        value={roster ?? ''}
        onChange={(event) => {
          const value = event.currentTarget.value;
          build({ roster: rosters.find((one) => one === value), unitId: undefined });
        }}
        data={[
          { value: '', label: 'Semua daftar' },
          ...rosters.map((one) => ({ value: one, label: rosterLabels[one] })),
        ]}
      />
      <UnitSelect
        roster={roster}
        value={unitId ?? null}
        onChange={(next) => build({ unitId: next ?? undefined })}
      />
      {blind ? null : (
        <NativeSelect
          aria-label="Golongan"
          w={190}
          value={linkClass ?? ''}
          onChange={(event) => {
            const value = event.currentTarget.value;
            build({ class: value === 'review' || value === 'conflict' ? value : undefined });
          }}
          data={[
            { value: '', label: 'Semua golongan' },
            { value: 'review', label: 'Mirip, belum pasti' },
            { value: 'conflict', label: 'Nomor bertentangan' },
          ]}
        />
      )}
      <NativeSelect
        aria-label="Yang berbeda"
        w={180}
        value={field ?? ''}
        onChange={(event) =>
          build({ field: differenceField.safeParse(event.currentTarget.value).data })
        }
        data={[
          { value: '', label: 'Semua perbedaan' },
          ...differenceFields.map((one) => ({
            value: one,
            label: `Beda ${differenceLabels[one].toLowerCase().replace('nik', 'NIK').replace('kpj', 'KPJ')}`,
          })),
        ]}
      />
      <SavedFilters filter={filter} onChange={onChange} />
    </div>
  );
}

function SavedFilters({ filter, onChange }: Pick<QueueFiltersProps, 'filter' | 'onChange'>) {
  const saved = useRoute('review.filters', {});
  const remove = useCommand('review.removeFilter');
  const [naming, setNaming] = useState(false);
  const list = saved.data ?? [];
  const current = list.find((one) => JSON.stringify(one.filter) === JSON.stringify(filter));
  const narrowed = Object.keys(filter).length > 1;
  return (
    <Group gap={4} wrap="nowrap">
      {list.length === 0 ? null : (
        <NativeSelect
          aria-label="Saringan tersimpan"
          w={180}
          value={current === undefined ? '' : String(current.id)}
          onChange={(event) => {
            const found = list.find((one) => String(one.id) === event.currentTarget.value);
            if (found !== undefined) onChange(found.filter);
          }}
          data={[
            { value: '', label: 'Saringan tersimpan', disabled: true },
            ...list.map((one) => ({ value: String(one.id), label: one.name })),
          ]}
        />
      )}
      {current === undefined ? (
        narrowed ? (
          <ActionIcon
            variant="default"
            aria-label="Simpan saringan ini"
            title="Simpan saringan ini"
            onClick={() => setNaming(true)}
          >
            <IconDeviceFloppy size={16} />
          </ActionIcon>
        ) : null
      ) : (
        <ActionIcon
          variant="default"
          aria-label={`Hapus saringan ${current.name}`}
          title={`Hapus saringan ${current.name}`}
          onClick={() => remove.mutate({ id: current.id }, { onError: showError })}
        >
          <IconTrash size={16} />
        </ActionIcon>
      )}
      {naming ? <NameFilter filter={filter} onClose={() => setNaming(false)} /> : null}
    </Group>
  );
}

function NameFilter(props: { readonly filter: ReviewFilter; readonly onClose: () => void }) {
  const save = useCommand('review.saveFilter');
  const [name, setName] = useState('');
  return (
    <Modal opened onClose={props.onClose} title="Simpan saringan">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() === '') return;
          save.mutate(
            { name: name.trim(), filter: props.filter },
            { onSuccess: props.onClose, onError: showError },
          );
        }}
      >
        <TextInput
          label="Nama saringan"
          data-autofocus
          maxLength={60}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={props.onClose}>
            Batal
          </Button>
          <Button type="submit" disabled={name.trim() === ''} loading={save.isPending}>
            Simpan
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
