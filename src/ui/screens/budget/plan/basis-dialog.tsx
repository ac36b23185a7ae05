import { Button, Group, Modal, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { RouteOut } from '../../../../contract/routes.ts';
import { coverageSegmentLabels } from '../../../../contract/words/plan-words.ts';
import type { CoverageSegment } from '../../../../domain/plan-coverage.ts';
import { useCommand } from '../../../bridge/use-engine.ts';
import { DateField } from '../../../parts/date-field.tsx';
import { ErrorNote } from '../../../parts/error-note.tsx';
import { civilDateOf } from '../../../words/format.ts';

interface BasisDialogProps {
  readonly year: number;
  readonly segment: CoverageSegment;
  readonly basis: RouteOut<'plan.list'>['bases'][number] | null;
  readonly onClose: () => void;
}

/** A denominator of the regency's own, never without its source and day. */
export function BasisDialog({ year, segment, basis, onClose }: BasisDialogProps) {
  const set = useCommand('plan.setBasis');
  const [workers, setWorkers] = useState<number | null>(basis?.workers ?? null);
  const [active, setActive] = useState<number | null>(basis?.active ?? null);
  const [source, setSource] = useState(basis?.source ?? '');
  const [asOf, setAsOf] = useState<string | null>(basis?.asOf ?? civilDateOf(new Date()));
  const other = segment === 'other';
  const complete =
    workers !== null && source.trim() !== '' && asOf !== null && (!other || active !== null);
  const write = (value: Parameters<typeof set.mutate>[0]['basis']) =>
    set.mutate({ year, segment, basis: value }, { onSuccess: onClose });
  return (
    <Modal opened onClose={onClose} title={`Jumlah pekerja: ${coverageSegmentLabels[segment]}`}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {other
            ? 'Pekerja di luar tiga daftar, misalnya dari BPS Sakernas dan BPJS Ketenagakerjaan, agar cakupan sama dengan angka resmi kabupaten.'
            : 'Tanpa angka sendiri, penyebutnya adalah jumlah orang di daftar.'}
        </Text>
        <Group gap="sm" align="flex-end">
          <CountField label="Pekerja" value={workers} onChange={setWorkers} />
          {other ? (
            <CountField label="Di antaranya aktif" value={active} onChange={setActive} />
          ) : null}
          <DateField label="Posisi" value={asOf} onChange={setAsOf} />
        </Group>
        <TextInput
          label="Sumber"
          placeholder="Misalnya BPS Sakernas, penduduk bekerja"
          maxLength={200}
          value={source}
          onChange={(event) => setSource(event.currentTarget.value)}
        />
        {set.error === null ? null : <ErrorNote error={set.error} />}
        <Group justify="space-between">
          <Button variant="subtle" disabled={basis === null} onClick={() => write(null)}>
            {other ? 'Kosongkan' : 'Pakai jumlah di daftar'}
          </Button>
          <Group gap="xs">
            <Button variant="default" onClick={onClose}>
              Batal
            </Button>
            <Button
              disabled={!complete}
              loading={set.isPending}
              onClick={() => {
                if (workers === null || asOf === null) return;
                write({ workers, active: other ? active : null, source: source.trim(), asOf });
              }}
            >
              Simpan
            </Button>
          </Group>
        </Group>
      </Stack>
    </Modal>
  );
}

interface CountFieldProps {
  readonly label: string;
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
}

function CountField({ label, value, onChange }: CountFieldProps) {
  return (
    <NumberInput
      label={label}
      w={150}
      min={0}
      max={300_000_000}
      allowDecimal={false}
      thousandSeparator="."
      decimalSeparator=","
      value={value ?? ''}
      onChange={(typed) => onChange(typeof typed === 'number' ? typed : null)}
    />
  );
}
