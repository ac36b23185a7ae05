/** One section of the tariff table. */
import { Button, Group, Table, Text } from '@mantine/core';
import { useState } from 'react';
import type { OwnTariffView, TariffRowView } from '../../../contract/tariff-routes.ts';
import { useOpenStore } from '../../app/store-context.tsx';
import { Card } from '../../parts/card.tsx';
import { Tag } from '../../parts/tag.tsx';
import { formatCount, formatMoment } from '../../words/format.ts';
import { figureSubject, figureValue, periodText } from '../../words/tariff-words.ts';
import type { TariffDeed } from './tariff-deed.ts';

interface TariffSectionProps {
  readonly title: string;
  readonly remark: string | undefined;
  readonly rows: readonly TariffRowView[];
  readonly own: readonly OwnTariffView[];
  readonly onDeed: (deed: TariffDeed) => void;
}

/** The BPU table has 33 rows; a section longer than this opens on request. */
const shortSection = 14;
const shownOfLong = 4;

export function TariffSection({ title, remark, rows, own, onDeed }: TariffSectionProps) {
  const [open, setOpen] = useState(false);
  const { readOnly } = useOpenStore();
  if (rows.length === 0) return null;
  const long = rows.length > shortSection;
  const shown = long && !open ? rows.slice(0, shownOfLong) : rows;
  const doubtful = rows.filter((row) => row.confidence !== 'verified');
  return (
    <Card
      title={title}
      remark={remark}
      actions={
        doubtful.length > 1 && !readOnly ? (
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => onDeed({ kind: 'confirm', rows: doubtful })}
          >
            Tandai {formatCount(doubtful.length)} baris cocok
          </Button>
        ) : undefined
      }
    >
      <Table highlightOnHover layout="fixed">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w="25%">Ketentuan</Table.Th>
            <Table.Th w="20%">Besaran</Table.Th>
            <Table.Th w="14%">Berlaku</Table.Th>
            <Table.Th>Dasar hukum</Table.Th>
            <Table.Th w={146}>Keadaan</Table.Th>
            <Table.Th w={126} aria-label="Tindakan" />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.map((row) => (
            <Row key={row.id} row={row} own={own} onDeed={onDeed} readOnly={readOnly} />
          ))}
        </Table.Tbody>
      </Table>
      {long ? (
        <Button variant="subtle" size="compact-sm" mt="xs" onClick={() => setOpen(!open)}>
          {open ? 'Ciutkan' : `Tampilkan semua ${formatCount(rows.length)} baris`}
        </Button>
      ) : null}
    </Card>
  );
}

interface RowProps {
  readonly row: TariffRowView;
  readonly own: readonly OwnTariffView[];
  readonly onDeed: (deed: TariffDeed) => void;
  readonly readOnly: boolean;
}

const fixedKinds: ReadonlySet<string> = new Set(['floor', 'pension-age', 'bpu-age']);

function Row({ row, own, onDeed, readOnly }: RowProps) {
  const replaced = own.filter(({ id }) => row.replacedBy.includes(id));
  return (
    <Table.Tr>
      <Table.Td>{figureSubject(row.figure)}</Table.Td>
      <Table.Td>
        <Text span size="sm" td={replaced.length > 0 ? 'line-through' : undefined}>
          {figureValue(row.figure)}
        </Text>
        {replaced.map((instead) => (
          <Text key={instead.id} size="sm" fw={600}>
            {figureValue(instead.value)}{' '}
            <Text span size="sm" fw={400} c="dimmed">
              {periodText(instead.from, instead.to)}
            </Text>
          </Text>
        ))}
      </Table.Td>
      <Table.Td>{periodText(row.from, row.to)}</Table.Td>
      <Table.Td>{row.source}</Table.Td>
      <Table.Td>
        <State row={row} replaced={replaced.length > 0} />
      </Table.Td>
      <Table.Td>
        {readOnly ? null : (
          <Group gap={4} justify="flex-end" wrap="nowrap">
            {row.confidence === 'verified' ? null : (
              <Button
                variant="subtle"
                size="compact-sm"
                aria-label={`Cocok: ${figureSubject(row.figure)}`}
                onClick={() => onDeed({ kind: 'confirm', rows: [row] })}
              >
                Cocok
              </Button>
            )}
            {fixedKinds.has(row.figure.kind) ? null : (
              <Button
                variant="subtle"
                size="compact-sm"
                aria-label={`Ubah: ${figureSubject(row.figure)}`}
                onClick={() => onDeed({ kind: 'override', row })}
              >
                Ubah
              </Button>
            )}
          </Group>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

function State({ row, replaced }: { readonly row: TariffRowView; readonly replaced: boolean }) {
  return (
    <>
      {replaced ? <Tag tone="info">Tarif daerah</Tag> : null}
      {row.confidence === 'verified' ? null : <Tag tone="notice">Belum diverifikasi</Tag>}
      {row.confidence === 'verified' && row.confirmed === null && !replaced ? (
        <Text size="sm" c="dimmed">
          Terverifikasi
        </Text>
      ) : null}
      {row.confirmed === null ? null : (
        <Text size="xs" c="dimmed" title={row.confirmed.note}>
          Dicocokkan {row.confirmed.by}, {formatMoment(row.confirmed.at)}
        </Text>
      )}
    </>
  );
}
