/** One payment by hand. What cannot be saved is said at its field before anything is sent. */

import { Button, Group, Modal, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { NewPayment, Payment } from '../../../contract/spending-routes.ts';
import { parseMoney } from '../../../domain/money-text.ts';
import { type FundSource, type Roster, rosters } from '../../../domain/segments.ts';
import { useCommand } from '../../bridge/use-engine.ts';
import { DateField } from '../../parts/date-field.tsx';
import { UnitSelect } from '../../parts/unit-select.tsx';
import { fundOrUsual, useFundChoices } from '../../parts/use-fund-sources.ts';
import { civilDateOf, formatCount, formatMonth } from '../../words/format.ts';
import { rosterLabels } from '../../words/labels.ts';
import { useDeed } from './use-deed.tsx';

interface Draft {
  readonly period: string;
  readonly roster: Roster;
  readonly fundSource: FundSource;
  readonly unitId: number | null;
  readonly accountCode: string;
  readonly billingCode: string;
  readonly persons: string;
  readonly amount: string;
  readonly paidOn: string | null;
  readonly note: string;
}

interface PaymentFormProps {
  readonly year: number;
  /** The payment to be changed; null for a new one. */
  readonly payment: Payment | null;
  readonly onClose: () => void;
}

/** December of the year before is paid from this one's budget; the year's own months follow. */
function monthChoices(year: number): string[] {
  const months = Array.from(
    { length: 12 },
    (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`,
  );
  return [`${year - 1}-12`, ...months];
}

function startOf(year: number, payment: Payment | null): Draft {
  if (payment !== null) {
    return {
      ...payment,
      accountCode: payment.accountCode ?? '',
      billingCode: payment.billingCode ?? '',
      persons: formatCount(payment.persons),
      amount: formatCount(payment.amount),
    };
  }
  const today = civilDateOf(new Date());
  const thisMonth = today.slice(0, 7);
  return {
    period: monthChoices(year).includes(thisMonth) ? thisMonth : `${year}-01`,
    roster: 'rentan',
    fundSource: 'apbd-pad',
    unitId: null,
    accountCode: '',
    billingCode: '',
    persons: '',
    amount: '',
    paidOn: today,
    note: '',
  };
}

/** Whole and not negative; null for anything else. */
function wholeNumber(text: string): number | null {
  const read = parseMoney(text, { decimal: ',' });
  return read.ok && read.sen >= 0 && read.sen % 100 === 0 ? read.sen / 100 : null;
}

/** The payment as it would be sent, or null while a field is missing. */
function complete(draft: Draft, year: number, old: Payment | null): NewPayment | null {
  const amount = wholeNumber(draft.amount);
  const persons = wholeNumber(draft.persons);
  if (amount === null || amount === 0 || persons === null || draft.paidOn === null) return null;
  const { period, roster, fundSource, unitId, paidOn } = draft;
  return {
    year,
    period,
    roster,
    fundSource,
    unitId,
    accountCode: draft.accountCode.trim() === '' ? null : draft.accountCode.trim(),
    billingCode: draft.billingCode.trim() === '' ? null : draft.billingCode.trim(),
    persons,
    amount,
    paidOn,
    note: draft.note.trim(),
    fileName: old?.fileName ?? null,
    sourceRow: old?.sourceRow ?? null,
  };
}

export function PaymentForm({ year, payment, onClose }: PaymentFormProps) {
  const [draft, setDraft] = useState(() => startOf(year, payment));
  const add = useCommand('spending.addPayments');
  const replace = useCommand('spending.replacePayment');
  const doDeed = useDeed();
  const ready = complete(draft, year, payment);

  async function save() {
    if (ready === null) return;
    const work =
      payment === null
        ? add.mutateAsync({ payments: [ready] })
        : replace.mutateAsync({ id: payment.id, payment: ready });
    const saved = await doDeed(work, `Pembayaran ${formatMonth(ready.period)} disimpan.`);
    if (saved) onClose();
  }

  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={payment === null ? 'Catat pembayaran' : 'Ubah pembayaran'}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Stack gap="xs">
          <PaymentFields year={year} draft={draft} onChange={setDraft} />
          <Group justify="flex-end" mt="xs">
            <Button variant="default" onClick={onClose}>
              Batal
            </Button>
            <Button
              type="submit"
              disabled={ready === null}
              loading={add.isPending || replace.isPending}
            >
              Simpan
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

interface FieldsProps {
  readonly year: number;
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
}

function PaymentFields({ year, draft, onChange }: FieldsProps) {
  const funds = useFundChoices(draft.fundSource);
  const set = (part: Partial<Draft>) => onChange({ ...draft, ...part });
  const number = (name: 'persons' | 'amount', least: number) => {
    const value = wholeNumber(draft[name]);
    const wrong = draft[name] !== '' && (value === null || value < least);
    return {
      value: draft[name],
      inputMode: 'numeric' as const,
      onChange: (event: { currentTarget: { value: string } }) =>
        set({ [name]: event.currentTarget.value }),
      ...(wrong ? { error: 'Tulis angka penuh, misalnya 1.680.000' } : {}),
    };
  };
  return (
    <>
      <Group grow gap="xs" align="flex-start">
        <NativeSelect
          label="Bulan iuran (BLTH)"
          value={draft.period}
          onChange={(event) => set({ period: event.currentTarget.value })}
          data={monthChoices(year).map((value) => ({ value, label: formatMonth(value) }))}
        />
        <TextInput
          label="Kode iuran"
          placeholder="12 angka"
          maxLength={40}
          data-autofocus
          value={draft.billingCode}
          onChange={(event) => set({ billingCode: event.currentTarget.value })}
        />
        <DateField
          label="Tanggal bayar"
          value={draft.paidOn}
          onChange={(paidOn) => set({ paidOn })}
        />
      </Group>
      <Group grow gap="xs" align="flex-start">
        <TextInput label="Jumlah dibayar (Rp)" required {...number('amount', 1)} />
        <TextInput label="Jumlah orang" required {...number('persons', 0)} />
      </Group>
      <Group grow gap="xs" align="flex-start">
        <NativeSelect
          label="Daftar"
          value={draft.roster}
          onChange={(event) =>
            set({
              roster: rosters.find((one) => one === event.currentTarget.value) ?? 'rentan',
              unitId: null,
            })
          }
          data={rosters.map((value) => ({ value, label: rosterLabels[value] }))}
        />
        <NativeSelect
          label="Sumber dana"
          value={draft.fundSource}
          onChange={(event) => set({ fundSource: fundOrUsual(event.currentTarget.value) })}
          data={funds}
        />
      </Group>
      <Group grow gap="xs" align="flex-start">
        <div>
          <Text size="sm" fw={500}>
            Unit
          </Text>
          <UnitSelect
            roster={draft.roster}
            value={draft.unitId}
            onChange={(unitId) => set({ unitId })}
            placeholder="Terpusat (semua unit)"
            width="100%"
          />
        </div>
        <TextInput
          label="Kode rekening"
          placeholder="Kosong bila mencakup beberapa rekening"
          maxLength={60}
          value={draft.accountCode}
          onChange={(event) => set({ accountCode: event.currentTarget.value })}
        />
      </Group>
      <TextInput
        label="Keterangan"
        maxLength={200}
        value={draft.note}
        onChange={(event) => set({ note: event.currentTarget.value })}
      />
    </>
  );
}
