/** Where premiums are paid from: the sources everybody has, and the regency's own, with what their kind decides. */
import { Button, Group, Stack, Table, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { FundView } from '../../../contract/fund-routes.ts';
import type { TariffList } from '../../../contract/tariff-routes.ts';
import type { FundKind } from '../../../domain/segments.ts';
import { useOpenStore } from '../../app/store-context.tsx';
import { useRoute } from '../../bridge/use-engine.ts';
import { Answer } from '../../parts/answer.tsx';
import { Card } from '../../parts/card.tsx';
import { formatMoment } from '../../words/format.ts';
import { fundBookings, fundKindTitles, fundPapers } from '../../words/tariff-words.ts';
import { FundDialog } from './fund-dialog.tsx';

export function FundsTab({ year }: { readonly year: number }) {
  const list = useRoute('fund.list', {});
  const tariffs = useRoute('tariff.list', { year });
  return (
    <Answer query={list} skeletonRows={11} skeletonHeight={30}>
      {(funds) => <Funds funds={funds} relief={reliefWords(tariffs.data)} year={year} />}
    </Answer>
  );
}

/** What the year's reliefs say of a kind of source. */
function reliefWords(list: TariffList | undefined): (kind: FundKind) => string {
  const reliefs = (list?.rows ?? []).flatMap(({ figure }) =>
    figure.kind === 'relief' ? [figure] : [],
  );
  return (kind) => {
    if (list === undefined) return '';
    if (reliefs.length === 0) return 'Tidak ada tahun ini';
    if (reliefs.some(({ appliesTo }) => appliesTo.includes(kind))) return 'Ya, selama berlaku';
    return reliefs.some(({ unclear }) => unclear.includes(kind))
      ? 'Belum jelas; dihitung penuh'
      : 'Tidak';
  };
}

interface FundsProps {
  readonly funds: readonly FundView[];
  readonly relief: (kind: FundKind) => string;
  readonly year: number;
}

function Funds({ funds, relief, year }: FundsProps) {
  const { readOnly } = useOpenStore();
  const [editing, setEditing] = useState<FundView | 'new' | null>(null);
  return (
    <Card
      title="Sumber dana"
      remark="Jenisnya menentukan keringanan iuran dan kode rekening"
      actions={
        <Button
          variant="default"
          disabled={readOnly}
          leftSection={<IconPlus size={15} aria-hidden="true" />}
          onClick={() => setEditing('new')}
        >
          Sumber dana daerah
        </Button>
      }
    >
      <Stack gap="xs">
        <Table highlightOnHover verticalSpacing={5}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Nama</Table.Th>
              <Table.Th>Jenis</Table.Th>
              <Table.Th>Keringanan BPU {year}</Table.Th>
              <Table.Th>Kode rekening</Table.Th>
              <Table.Th>Syarat pekerja rentan</Table.Th>
              <Table.Th>Dicatat</Table.Th>
              <Table.Th aria-label="Tindakan" />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {funds.map((fund) => (
              <Table.Tr key={fund.id}>
                <Table.Td>{fund.name}</Table.Td>
                <Table.Td>{fundKindTitles[fund.kind]}</Table.Td>
                <Table.Td>{relief(fund.kind)}</Table.Td>
                <Table.Td>{fundBookings[fund.kind]}</Table.Td>
                <Table.Td>{fundPapers[fund.kind]}</Table.Td>
                <Table.Td c="dimmed">
                  {fund.own === null
                    ? 'Bawaan'
                    : `${fund.own.author}, ${formatMoment(fund.own.addedAt)}`}
                </Table.Td>
                <Table.Td ta="right">
                  {fund.own === null || readOnly ? null : (
                    <Group gap={4} justify="flex-end" wrap="nowrap">
                      <Button
                        variant="subtle"
                        size="compact-sm"
                        aria-label={`Ubah ${fund.name}`}
                        onClick={() => setEditing(fund)}
                      >
                        Ubah
                      </Button>
                    </Group>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <Text size="sm" c="dimmed">
          Nama daerah juga dikenali di kolom Sumber Dana berkas impor. Sumber yang tidak dikenal
          disebut satu per satu sebelum disimpan.
        </Text>
      </Stack>
      {editing === null ? null : (
        <FundDialog fund={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
    </Card>
  );
}
