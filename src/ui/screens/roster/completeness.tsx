/** Who has sent a list and who has not: one line a unit, those with nobody first. */
import { Group, Modal, ScrollArea, SegmentedControl, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { UnitCompletenessView } from '../../../contract/roster-routes.ts';
import type { Roster } from '../../../domain/segments.ts';
import { places } from '../../app/places.ts';
import { useRoute } from '../../bridge/use-engine.ts';
import { Answer } from '../../parts/answer.tsx';
import { formatCount, formatMoment } from '../../words/format.ts';
import { rosterInSentence, unitHeading } from '../../words/labels.ts';

interface CompletenessProps {
  readonly roster: Roster;
  readonly onClose: () => void;
}

export function Completeness({ roster, onClose }: CompletenessProps) {
  const units = useRoute('roster.completeness', { roster });
  return (
    <Modal
      opened
      onClose={onClose}
      size={860}
      title={`Kelengkapan daftar ${rosterInSentence[roster]}`}
      closeButtonProps={{ 'aria-label': 'Tutup' }}
    >
      <Answer query={units} skeletonRows={8}>
        {(rows) => <Units roster={roster} rows={rows} onOpen={onClose} />}
      </Answer>
    </Modal>
  );
}

interface UnitsProps {
  readonly roster: Roster;
  readonly rows: readonly UnitCompletenessView[];
  readonly onOpen: () => void;
}

function Units({ roster, rows, onOpen }: UnitsProps) {
  const [shown, setShown] = useState('all');
  const units = rows.filter((row) => row.unitId !== null);
  const empty = units.filter((row) => row.rows === 0);
  const listed = shown === 'empty' ? empty : rows;
  return (
    <>
      <Group justify="space-between" mb="sm">
        <Text size="sm" role="status">
          {formatCount(units.length - empty.length)} dari {formatCount(units.length)} unit sudah ada
          isinya; {formatCount(empty.length)} belum.
        </Text>
        <SegmentedControl
          size="xs"
          aria-label="Unit yang ditampilkan"
          value={shown}
          onChange={setShown}
          data={[
            { value: 'all', label: 'Semua' },
            { value: 'empty', label: 'Belum ada' },
          ]}
        />
      </Group>
      <ScrollArea.Autosize mah={480} type="auto">
        <Table stickyHeader>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{unitHeading[roster]}</Table.Th>
              {roster === 'non-asn' ? null : <Table.Th>Kecamatan</Table.Th>}
              <Table.Th ta="right">Orang</Table.Th>
              <Table.Th>Impor terakhir</Table.Th>
              <Table.Th>Berkas</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {listed.map((row) => (
              <Table.Tr key={row.unitId ?? 'none'}>
                <Table.Td>
                  {row.unitId === null ? (
                    'Tanpa unit'
                  ) : (
                    <Link href={places.roster(roster, { unitId: row.unitId })} onClick={onOpen}>
                      {row.unitName}
                    </Link>
                  )}
                </Table.Td>
                {roster === 'non-asn' ? null : <Table.Td>{row.parentUnitName ?? '–'}</Table.Td>}
                <Table.Td ta="right">
                  {row.rows === 0 ? (
                    <Text span c="dimmed" size="sm">
                      belum ada
                    </Text>
                  ) : (
                    formatCount(row.rows)
                  )}
                </Table.Td>
                <Table.Td>{formatMoment(row.lastImportAt)}</Table.Td>
                <Table.Td>{row.lastFile ?? '–'}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollArea.Autosize>
    </>
  );
}
