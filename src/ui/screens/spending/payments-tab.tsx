/** Payments of the year: entered by hand or read from a file, put right, taken back. */
import { ActionIcon, Button, EmptyState, Group, Menu, NativeSelect, Table } from '@mantine/core';
import { IconDots, IconReceipt2 } from '@tabler/icons-react';
import { useState } from 'react';
import type { Payment } from '../../../contract/spending-routes.ts';
import { type Roster, rosters } from '../../../domain/segments.ts';
import { useOpenStore } from '../../app/store-context.tsx';
import { useCommand, useRoute } from '../../bridge/use-engine.ts';
import { Answer } from '../../parts/answer.tsx';
import { Card } from '../../parts/card.tsx';
import { Pager } from '../../parts/pager.tsx';
import { formatCount, formatDate, formatMonth, formatRupiah } from '../../words/format.ts';
import { fundSourceLabel, rosterLabels } from '../../words/labels.ts';
import { PaymentForm } from './payment-form.tsx';
import { ReadPayments } from './read-payments.tsx';
import { useDeed } from './use-deed.tsx';

const pageSize = 50;
type Open =
  | { readonly kind: 'add' | 'read' }
  | { readonly kind: 'edit'; readonly payment: Payment };

export function PaymentsTab({ year }: { readonly year: number }) {
  const { readOnly } = useOpenStore();
  const [roster, setRoster] = useState<Roster | null>(null);
  const [page, setPage] = useState(0);
  const [open, setOpen] = useState<Open | null>(null);
  const query = useRoute(
    'spending.payments',
    { year, offset: page * pageSize, limit: pageSize, ...(roster === null ? {} : { roster }) },
    { keep: true },
  );
  const close = () => setOpen(null);
  return (
    <Card
      title="Pembayaran"
      remark={
        query.data === undefined
          ? undefined
          : `${formatCount(query.data.total)} pembayaran, ${formatRupiah(query.data.amount)}`
      }
      actions={
        <Group gap="xs" wrap="nowrap">
          <NativeSelect
            aria-label="Daftar"
            value={roster ?? ''}
            onChange={(event) => {
              const next = event.currentTarget.value;
              setRoster(rosters.find((one) => one === next) ?? null);
              setPage(0);
            }}
            data={[
              { value: '', label: 'Semua daftar' },
              ...rosters.map((value) => ({ value, label: rosterLabels[value] })),
            ]}
          />
          <Button variant="default" disabled={readOnly} onClick={() => setOpen({ kind: 'read' })}>
            Baca dari berkas
          </Button>
          <Button disabled={readOnly} onClick={() => setOpen({ kind: 'add' })}>
            Catat pembayaran
          </Button>
        </Group>
      }
    >
      <Answer query={query} skeletonRows={8}>
        {(data) =>
          data.total === 0 ? (
            <EmptyState
              size="sm"
              icon={<IconReceipt2 stroke={1.4} />}
              title="Belum ada pembayaran yang dicatat"
              description="Catat satu per satu, atau baca rekap kode iuran dari berkas Excel."
            />
          ) : (
            <>
              <PaymentTable
                rows={data.rows}
                readOnly={readOnly}
                onEdit={(payment) => setOpen({ kind: 'edit', payment })}
              />
              <Group justify="flex-end" mt="xs">
                <Pager
                  page={page}
                  pageSize={pageSize}
                  shown={data.rows.length}
                  total={data.total}
                  onPrevious={() => setPage(page - 1)}
                  onNext={() => setPage(page + 1)}
                />
              </Group>
            </>
          )
        }
      </Answer>
      {open === null ? null : open.kind === 'read' ? (
        <ReadPayments year={year} onClose={close} />
      ) : (
        <PaymentForm
          year={year}
          payment={open.kind === 'edit' ? open.payment : null}
          onClose={close}
        />
      )}
    </Card>
  );
}

interface PaymentTableProps {
  readonly rows: readonly Payment[];
  readonly readOnly: boolean;
  readonly onEdit: (payment: Payment) => void;
}

function PaymentTable({ rows, readOnly, onEdit }: PaymentTableProps) {
  const remove = useCommand('spending.removePayments');
  const doDeed = useDeed();
  return (
    <Table highlightOnHover>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Bulan iuran</Table.Th>
          <Table.Th>Kode iuran</Table.Th>
          <Table.Th>Daftar</Table.Th>
          <Table.Th>Sumber dana</Table.Th>
          <Table.Th>Unit</Table.Th>
          <Table.Th ta="right">Orang</Table.Th>
          <Table.Th ta="right">Jumlah</Table.Th>
          <Table.Th>Dibayar</Table.Th>
          <Table.Th aria-label="Tindakan" />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={row.id}>
            <Table.Td>{formatMonth(row.period)}</Table.Td>
            <Table.Td>{row.billingCode ?? '–'}</Table.Td>
            <Table.Td>{rosterLabels[row.roster]}</Table.Td>
            <Table.Td>{fundSourceLabel(row.fundSource)}</Table.Td>
            <Table.Td title={row.note === '' ? undefined : row.note}>
              {row.unitName ?? 'Terpusat'}
            </Table.Td>
            <Table.Td ta="right">{formatCount(row.persons)}</Table.Td>
            <Table.Td ta="right">{formatRupiah(row.amount)}</Table.Td>
            <Table.Td>{formatDate(row.paidOn)}</Table.Td>
            <Table.Td ta="right" py={0}>
              <Menu position="bottom-end">
                <Menu.Target>
                  <ActionIcon
                    aria-label={`Tindakan untuk pembayaran ${formatMonth(row.period)}`}
                    disabled={readOnly}
                  >
                    <IconDots size={16} />
                  </ActionIcon>
                </Menu.Target>
                <Menu.Dropdown>
                  <Menu.Item onClick={() => onEdit(row)}>Ubah</Menu.Item>
                  <Menu.Item
                    color="red"
                    onClick={() =>
                      void doDeed(
                        remove.mutateAsync({ ids: [row.id] }),
                        `Pembayaran ${formatMonth(row.period)} dihapus.`,
                      )
                    }
                  >
                    Hapus
                  </Menu.Item>
                </Menu.Dropdown>
              </Menu>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
