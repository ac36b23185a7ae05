/** Payments from a file: chosen, read, looked at row by row, then saved as one deed. */

import { Alert, Button, Group, Modal, NativeSelect, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import type { RouteOut } from '../../../contract/routes.ts';
import type { ReadPayment } from '../../../contract/spending-routes.ts';
import { type FundSource, type Roster, rosters } from '../../../domain/segments.ts';
import { useBridge } from '../../bridge/bridge-context.tsx';
import { useCommand, useJob } from '../../bridge/use-engine.ts';
import { ErrorNote } from '../../parts/error-note.tsx';
import { JobProgressNote } from '../../parts/job-progress.tsx';
import { ScrollRegion } from '../../parts/scroll-region.tsx';
import { showError } from '../../parts/show-error.tsx';
import { Tag } from '../../parts/tag.tsx';
import { fundOrUsual, useFundChoices } from '../../parts/use-fund-sources.ts';
import { asAppError } from '../../words/as-app-error.ts';
import { formatCount, formatDate, formatMonth, formatRupiah } from '../../words/format.ts';
import { rosterLabels } from '../../words/labels.ts';
import { readIssueText, spendingAsideText } from '../../words/spending-words.ts';
import { useDeed } from './use-deed.tsx';

type Found = RouteOut<'spending.readPayments'>;
/** More rows than a person looks at are counted, and all of them are saved. */
const shownRows = 200;

export function ReadPayments({
  year,
  onClose,
}: {
  readonly year: number;
  readonly onClose: () => void;
}) {
  const { shell } = useBridge();
  const job = useJob('spending.readPayments');
  const [roster, setRoster] = useState<Roster>('rentan');
  const [fundSource, setFundSource] = useState<FundSource>('apbd-pad');
  const funds = useFundChoices(fundSource);

  async function choose() {
    const [file] = await shell.openTables();
    if (file !== undefined) await job.run({ file: file.file, year, roster, fundSource });
  }

  return (
    <Modal opened onClose={onClose} size={1080} title={`Baca pembayaran tahun ${year} dari berkas`}>
      <Stack gap="sm">
        <Group gap="xs" align="flex-end">
          <NativeSelect
            label="Daftar, bila tidak disebut"
            value={roster}
            onChange={(event) =>
              setRoster(rosters.find((one) => one === event.currentTarget.value) ?? 'rentan')
            }
            data={rosters.map((value) => ({ value, label: rosterLabels[value] }))}
          />
          <NativeSelect
            label="Sumber dana, bila tidak disebut"
            value={fundSource}
            onChange={(event) => setFundSource(fundOrUsual(event.currentTarget.value))}
            data={funds}
          />
          <Button
            disabled={job.running}
            onClick={() => choose().catch((error) => showError(asAppError(error)))}
          >
            {job.result === null ? 'Pilih berkas' : 'Pilih berkas lain'}
          </Button>
        </Group>
        {job.running ? (
          <JobProgressNote title="Membaca" progress={job.progress} onCancel={job.cancel} />
        ) : job.error !== null ? (
          <ErrorNote error={job.error} />
        ) : job.result === null ? (
          <Text size="sm" c="dimmed">
            Kolom yang diperlukan: bulan iuran (BLTH), jumlah iuran, tanggal bayar. Kode iuran,
            jumlah orang, desa atau OPD, rekening, dan sumber dana ikut dibaca bila ada.
          </Text>
        ) : (
          <FoundRows found={job.result} onClose={onClose} />
        )}
      </Stack>
    </Modal>
  );
}

function FoundRows({ found, onClose }: { readonly found: Found; readonly onClose: () => void }) {
  const add = useCommand('spending.addPayments');
  const doDeed = useDeed();
  const fresh = found.rows.flatMap(({ payment, known }) =>
    payment !== null && known === 'new' ? [payment] : [],
  );
  const same = found.rows.filter(({ known }) => known === 'same').length;
  const faulty = found.rows.filter(
    ({ payment, known }) => payment === null || known === 'differs',
  ).length;
  const sum = fresh.reduce((all, { amount }) => all + amount, 0);

  async function save() {
    const done = `${formatCount(fresh.length)} pembayaran dari ${found.fileName} disimpan.`;
    if (await doDeed(add.mutateAsync({ payments: fresh }), done)) onClose();
  }

  return (
    <>
      <Text size="sm">
        {found.fileName}: {formatCount(fresh.length)} pembayaran baru ({formatRupiah(sum)}),{' '}
        {formatCount(same)} sudah dicatat, {formatCount(faulty)} perlu dibetulkan di berkas.
      </Text>
      {found.datesAmbiguous ? (
        <Alert color="yellow">
          Tanggal dibaca hari-bulan-tahun; tidak ada tanggal di berkas yang memastikannya.
        </Alert>
      ) : null}
      <ScrollRegion label="Isi berkas">
        <div style={{ maxHeight: '42vh' }}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Baris</Table.Th>
                <Table.Th>Bulan</Table.Th>
                <Table.Th>Kode iuran</Table.Th>
                <Table.Th>Unit</Table.Th>
                <Table.Th ta="right">Orang</Table.Th>
                <Table.Th ta="right">Jumlah</Table.Th>
                <Table.Th>Dibayar</Table.Th>
                <Table.Th>Keadaan</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {found.rows.slice(0, shownRows).map((row) => (
                <FoundRow key={row.row} row={row} />
              ))}
            </Table.Tbody>
          </Table>
        </div>
      </ScrollRegion>
      {found.rows.length <= shownRows ? null : (
        <Text size="sm" c="dimmed">
          {formatCount(shownRows)} dari {formatCount(found.rows.length)} baris ditampilkan.
        </Text>
      )}
      {found.setAside.length === 0 ? null : (
        <Text size="sm" c="dimmed">
          Disisihkan:{' '}
          {found.setAside
            .slice(0, 6)
            .map(({ row, reason }) => `baris ${row} (${spendingAsideText(reason)})`)
            .join(', ')}
          {found.setAside.length > 6 ? `, dan ${found.setAside.length - 6} lagi` : ''}.
        </Text>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          Batal
        </Button>
        <Button disabled={fresh.length === 0} loading={add.isPending} onClick={() => void save()}>
          Simpan {formatCount(fresh.length)} pembayaran
        </Button>
      </Group>
    </>
  );
}

function FoundRow({ row }: { readonly row: ReadPayment }) {
  const { payment, issues, known } = row;
  return (
    <Table.Tr>
      <Table.Td>{row.row}</Table.Td>
      <Table.Td>{payment === null ? '–' : formatMonth(payment.period)}</Table.Td>
      <Table.Td>{payment?.billingCode ?? '–'}</Table.Td>
      <Table.Td>{row.unitName ?? (payment === null ? '–' : 'Terpusat')}</Table.Td>
      <Table.Td ta="right">{payment === null ? '–' : formatCount(payment.persons)}</Table.Td>
      <Table.Td ta="right">{payment === null ? '–' : formatRupiah(payment.amount)}</Table.Td>
      <Table.Td>{payment === null ? '–' : formatDate(payment.paidOn)}</Table.Td>
      <Table.Td>
        {known === 'same' ? (
          <Tag tone="neutral">Sudah dicatat</Tag>
        ) : known === 'differs' ? (
          <Tag tone="bad">Sudah dicatat dengan jumlah lain</Tag>
        ) : issues.length === 0 ? (
          <Tag tone="good">Baru</Tag>
        ) : (
          <Text size="sm" c={payment === null ? 'var(--padan-error-text)' : 'dimmed'}>
            {issues.map(readIssueText).join('. ')}
          </Text>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
