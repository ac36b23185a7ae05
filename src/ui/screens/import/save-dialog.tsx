/** What must be said aloud before a plan is saved: who leaves, and dates that read either way. */
import { Alert, Button, Checkbox, Group, Modal, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import type { Batch, SheetPlan } from '../../../contract/import-routes.ts';
import { useRoute } from '../../bridge/use-engine.ts';
import { Answer } from '../../parts/answer.tsx';
import { ScrollRegion } from '../../parts/scroll-region.tsx';
import { formatCount } from '../../words/format.ts';
import { fieldLabel } from '../../words/import-words.ts';
import classes from './batch-screen.module.css';

interface SaveDialogProps {
  readonly batch: Batch;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onSave: () => void;
}

/** Whether saving needs a word from the person first. */
export function needsWord(batch: Batch): boolean {
  return batch.counts.leave > 0 || assumedColumns(batch).length > 0 || hasTornAmounts(batch);
}

/** Each part is said by its own tick; saving waits for all of them. */
export function SaveDialog({ batch, opened, onClose, onSave }: SaveDialogProps) {
  const [leaves, setLeaves] = useState(false);
  const [orders, setOrders] = useState(false);
  const assumed = assumedColumns(batch);
  const [amounts, setAmounts] = useState(false);
  const torn = hasTornAmounts(batch);
  const { leave } = batch.counts;
  const ready = (leave === 0 || leaves) && (assumed.length === 0 || orders) && (!torn || amounts);
  return (
    <Modal opened={opened} onClose={onClose} title="Sebelum disimpan" size="lg" centered>
      <Stack gap="md">
        {assumed.length === 0 ? null : (
          <AssumedOrders columns={assumed} checked={orders} onChange={setOrders} />
        )}
        {torn ? <TornAmounts checked={amounts} onChange={setAmounts} /> : null}
        {leave === 0 ? null : <Leaving batch={batch} checked={leaves} onChange={setLeaves} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Kembali
          </Button>
          <Button disabled={!ready} color={leave > 0 ? 'red' : 'blue'} onClick={onSave}>
            {leave > 0 ? `Simpan dan tandai ${formatCount(leave)} keluar` : 'Simpan'}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

interface PartProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

function Leaving({ batch, checked, onChange }: PartProps & { readonly batch: Batch }) {
  const leaving = useRoute('import.leaving', { batchId: batch.id });
  const count = formatCount(batch.counts.leave);
  return (
    <Stack gap="xs">
      <Text size="sm">
        {count} orang tercatat di Padan, tetapi tidak ada di berkas. Mereka ditandai keluar dan
        tidak dihitung lagi. Impor ini dapat diurungkan.
      </Text>
      <Answer query={leaving} skeletonRows={4}>
        {({ scope, units }) => (
          <>
            <Text size="sm" c="dimmed">
              {scope === 'units'
                ? 'Hanya unit yang ada di berkas; unit lain tidak disentuh.'
                : 'Seluruh daftar, termasuk unit yang tidak ada di berkas.'}
            </Text>
            <div className={classes.leaving}>
              <ScrollRegion label="Yang keluar per unit">
                <Table stickyHeader>
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th>Unit</Table.Th>
                      <Table.Th ta="right">Tercatat</Table.Th>
                      <Table.Th ta="right">Keluar</Table.Th>
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    {units.map((unit) => (
                      <Table.Tr key={unit.unitName}>
                        <Table.Td>{unit.unitName === '' ? 'Tanpa unit' : unit.unitName}</Table.Td>
                        <Table.Td ta="right">{formatCount(unit.present)}</Table.Td>
                        <Table.Td ta="right" fw={unit.leave === unit.present ? 600 : 400}>
                          {formatCount(unit.leave)}
                          {unit.leave === unit.present ? ' (semua)' : ''}
                        </Table.Td>
                      </Table.Tr>
                    ))}
                  </Table.Tbody>
                </Table>
              </ScrollRegion>
            </div>
          </>
        )}
      </Answer>
      <Checkbox
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
        label={`${count} orang ini memang sudah keluar`}
      />
    </Stack>
  );
}

interface AssumedColumn {
  readonly field: string;
  readonly order: 'dmy' | 'mdy';
  readonly samples: readonly string[];
}

function AssumedOrders({
  columns,
  checked,
  onChange,
}: PartProps & { readonly columns: readonly AssumedColumn[] }) {
  return (
    <Stack gap="xs">
      <Alert color="yellow">
        <Text size="sm" fw={600}>
          Urutan hari dan bulan belum pasti
        </Text>
        {columns.map(({ field, order, samples }) => (
          <Text size="sm" key={field}>
            {fieldLabel(field)}: dibaca {order === 'dmy' ? 'hari-bulan-tahun' : 'bulan-hari-tahun'}
            {samples.length === 0 ? '' : `, misalnya ${samples.join(', ')}`}.
          </Text>
        ))}
        <Text size="sm" mt={6}>
          Bila keliru, tekan Kembali lalu ubah urutannya di bagian Kolom.
        </Text>
      </Alert>
      <Checkbox
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
        label="Urutan ini benar; ingat untuk berkas berikutnya dari sumber yang sama"
      />
    </Stack>
  );
}

/** Amounts of which some use the comma for decimals and others the dot. */
function TornAmounts({ checked, onChange }: PartProps) {
  return (
    <Stack gap="xs">
      <Alert color="yellow">
        <Text size="sm" fw={600}>
          Tanda desimal upah bertentangan
        </Text>
        <Text size="sm">
          Sebagian nilai memakai koma, sebagian titik. Nilai yang dapat berarti dua jumlah dibiarkan
          kosong. Bila semuanya memakai tanda yang sama, tekan Kembali lalu tentukan di bagian
          Kolom.
        </Text>
      </Alert>
      <Checkbox
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
        label="Simpan begitu saja; upah yang meragukan dibiarkan kosong"
      />
    </Stack>
  );
}

function hasTornAmounts({ sheets }: Batch): boolean {
  return sheets.some(({ decisions }) =>
    decisions.some(({ decision }) => decision === 'money.ambiguous'),
  );
}

/** Columns whose order of day and month no value of the file proves, each field once. */
function assumedColumns({ sheets }: Batch): readonly AssumedColumn[] {
  const found = new Map<string, AssumedColumn>();
  for (const sheet of sheets) {
    for (const { field, decision } of sheet.decisions) {
      if (decision !== 'date.ambiguous' || found.has(field)) continue;
      const order = orderOf(sheet, field);
      if (sheets.some((other) => proves(other, field, order))) continue;
      found.set(field, { field, order, samples: samplesOf(sheet, field) });
    }
  }
  return [...found.values()];
}

/** A short sheet may hold no day after the 12th; another sheet of the same file then speaks for it. */
function proves({ decisions }: SheetPlan, field: string, order: 'dmy' | 'mdy'): boolean {
  return decisions.some(
    (one) =>
      one.field === field &&
      one.decision === `date.${order}` &&
      Number(one.params['evidence'] ?? 0) > 0,
  );
}

function orderOf({ decisions }: SheetPlan, field: string): 'dmy' | 'mdy' {
  const mdy = decisions.some((one) => one.field === field && one.decision === 'date.mdy');
  return mdy ? 'mdy' : 'dmy';
}

function samplesOf({ columns }: SheetPlan, field: string): readonly string[] {
  const { samples = [] } = columns.find((column) => column.field === field) ?? {};
  // A date kept as Excel's day number reads one way only.
  return samples.filter((sample) => !/^\d+$/.test(sample)).slice(0, 2);
}
