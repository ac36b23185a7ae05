/** The regency's own rows, each with who, why and from when; taken back here, never deleted. */
import { Button, Group, Modal, Stack, Table, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { OwnTariffView } from '../../../contract/tariff-routes.ts';
import { useOpenStore } from '../../app/store-context.tsx';
import { useCommand } from '../../bridge/use-engine.ts';
import { Card } from '../../parts/card.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { Tag } from '../../parts/tag.tsx';
import { formatMoment } from '../../words/format.ts';
import { figureSubject, figureValue, periodText } from '../../words/tariff-words.ts';
import { useAuthor } from './use-author.ts';

export function OwnTariffs({ own }: { readonly own: readonly OwnTariffView[] }) {
  const { readOnly } = useOpenStore();
  const [leaving, setLeaving] = useState<OwnTariffView | null>(null);
  if (own.length === 0) return null;
  return (
    <Card title="Tarif daerah" remark="Menggantikan baris bawaan selama masa berlakunya">
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Ketentuan</Table.Th>
            <Table.Th>Besaran</Table.Th>
            <Table.Th>Berlaku</Table.Th>
            <Table.Th>Dasar dan alasan</Table.Th>
            <Table.Th>Dicatat</Table.Th>
            <Table.Th aria-label="Tindakan" />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {own.map((row) => (
            <Table.Tr key={row.id}>
              <Table.Td>{figureSubject(row.value)}</Table.Td>
              <Table.Td>{figureValue(row.value)}</Table.Td>
              <Table.Td>{periodText(row.from, row.to)}</Table.Td>
              <Table.Td>
                {row.source}
                <Text size="sm" c="dimmed">
                  {row.reason}
                </Text>
              </Table.Td>
              <Table.Td>
                {row.author}
                <Text size="sm" c="dimmed">
                  {formatMoment(row.createdAt)}
                </Text>
              </Table.Td>
              <Table.Td ta="right">
                {row.withdrawn === null ? (
                  readOnly ? null : (
                    <Button variant="subtle" size="compact-sm" onClick={() => setLeaving(row)}>
                      Tarik
                    </Button>
                  )
                ) : (
                  <span title={`${row.withdrawn.by}: ${row.withdrawn.reason}`}>
                    <Tag tone="neutral">Ditarik</Tag>
                  </span>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {leaving === null ? null : <WithdrawDialog row={leaving} onClose={() => setLeaving(null)} />}
    </Card>
  );
}

function WithdrawDialog(props: { readonly row: OwnTariffView; readonly onClose: () => void }) {
  const { row, onClose } = props;
  const withdraw = useCommand('tariff.withdraw');
  const [author, setAuthor] = useAuthor();
  const [reason, setReason] = useState('');
  return (
    <Modal
      opened
      onClose={onClose}
      title="Tarik tarif daerah"
      closeButtonProps={{ 'aria-label': 'Tutup' }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          withdraw.mutate({ id: row.id, reason, author }, { onSuccess: onClose });
        }}
      >
        <Stack gap="sm">
          <Text size="sm">
            {figureSubject(row.value)} {figureValue(row.value)}. Baris bawaan berlaku lagi; catatan
            ini tetap tersimpan.
          </Text>
          <TextInput
            label="Alasan"
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            data-autofocus
          />
          <TextInput
            label="Nama petugas"
            value={author}
            onChange={(event) => setAuthor(event.currentTarget.value)}
          />
          {withdraw.error === null ? null : <ErrorNote error={withdraw.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Batal
            </Button>
            <Button
              type="submit"
              loading={withdraw.isPending}
              disabled={reason.trim().length < 3 || author.trim().length < 2}
            >
              Tarik
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
