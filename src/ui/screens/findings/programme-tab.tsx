/** Registered, active, active and paid by the regency: three figures a programme, by group, district and unit. */
import {
  ActionIcon,
  Button,
  EmptyState,
  Group,
  List,
  SegmentedControl,
  Table,
  Text,
} from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconDownload } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { coverageDefinitions, groupHeadings } from '../../../contract/words/finding-words.ts';
import { shareInBasisPoints } from '../../../domain/coverage.ts';
import { type MemberProgramme, memberProgrammes } from '../../../domain/segments.ts';
import { useRoute } from '../../bridge/use-engine.ts';
import { Answer } from '../../parts/answer.tsx';
import { formatCount, formatLongDate, formatMonth, formatPercent } from '../../words/format.ts';
import { programmeLabels } from '../../words/labels.ts';
import { ExportDialog } from './export-dialog.tsx';
import classes from './findings.module.css';
import {
  type CoverageCounts,
  type CoverageNode,
  coverageTree,
  sumCounts,
} from './programme-tree.ts';

export function ProgrammeTab() {
  const [programme, setProgramme] = useState<MemberProgramme>('jkk');
  const [exporting, setExporting] = useState(false);
  const coverage = useRoute('coverage.programme', { programme }, { keep: true });
  return (
    <>
      <Group justify="space-between" mb="xs">
        <SegmentedControl
          aria-label="Program"
          value={programme}
          onChange={(value) => setProgramme(memberProgrammes.find((one) => one === value) ?? 'jkk')}
          data={memberProgrammes.map((value) => ({ value, label: programmeLabels[value] }))}
        />
        <Button
          variant="default"
          leftSection={<IconDownload size={15} aria-hidden="true" />}
          disabled={(coverage.data?.rows.length ?? 0) === 0}
          onClick={() => setExporting(true)}
        >
          Ekspor semua program
        </Button>
      </Group>
      {exporting ? (
        <ExportDialog
          title="Ekspor cakupan program"
          total={coverage.data?.rows.length ?? 0}
          plain
          onClose={() => setExporting(false)}
          inputOf={({ folder }) => ({ what: 'coverage', folder })}
        />
      ) : null}
      <div className={classes.scroll}>
        <Answer query={coverage} skeletonRows={8}>
          {(data) => (
            <>
              <Tree rows={data.rows} />
              <List size="sm" c="dimmed" mt="sm" spacing={2}>
                {coverageDefinitions.map((line) => (
                  <List.Item key={line}>{line}</List.Item>
                ))}
              </List>
              <Text size="sm" c="dimmed" mt={4}>
                Posisi {formatLongDate(data.asOf)}. Sumber:{' '}
                {data.sources
                  .map(({ name, period }) =>
                    period === null ? name : `${name} (periode ${formatMonth(period)})`,
                  )
                  .join('; ')}
                .
              </Text>
            </>
          )}
        </Answer>
      </div>
    </>
  );
}

type Rows = Parameters<typeof coverageTree>[0];

function Tree({ rows }: { readonly rows: Rows }) {
  const tree = useMemo(() => coverageTree(rows, groupHeadings), [rows]);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  if (tree.length === 0) return <EmptyState size="sm" title="Belum ada pekerja di daftar" />;
  const toggle = (key: string) => {
    const next = new Set(open);
    if (!next.delete(key)) next.add(key);
    setOpen(next);
  };
  return (
    <Table highlightOnHover verticalSpacing={4}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Segmen dan unit</Table.Th>
          <Table.Th ta="right">Pekerja</Table.Th>
          <Table.Th ta="right" colSpan={2}>
            Terdaftar
          </Table.Th>
          <Table.Th ta="right" colSpan={2}>
            Aktif
          </Table.Th>
          <Table.Th ta="right" colSpan={2}>
            Aktif dibayar pemda
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {visible(tree, open, 0).map(({ node, depth }) => (
          <Table.Tr key={node.key}>
            <Table.Td>
              <Group gap={4} wrap="nowrap" className={indent[depth] ?? ''}>
                {node.children.length === 0 ? null : (
                  <ActionIcon
                    size="sm"
                    aria-expanded={open.has(node.key)}
                    aria-label={`${open.has(node.key) ? 'Tutup' : 'Buka'} ${node.label}`}
                    onClick={() => toggle(node.key)}
                  >
                    {open.has(node.key) ? (
                      <IconChevronDown size={15} />
                    ) : (
                      <IconChevronRight size={15} />
                    )}
                  </ActionIcon>
                )}
                <Text span size="sm" {...(depth === 0 ? { fw: 600 } : {})}>
                  {node.label}
                </Text>
              </Group>
            </Table.Td>
            <Counts counts={node} />
          </Table.Tr>
        ))}
      </Table.Tbody>
      <Table.Tfoot>
        <Table.Tr>
          <Table.Th>Jumlah baris daftar</Table.Th>
          <Counts counts={sumCounts(tree)} />
        </Table.Tr>
      </Table.Tfoot>
    </Table>
  );
}

const indent = ['', classes.nested, classes.nestedTwice];

function visible(
  nodes: readonly CoverageNode[],
  open: ReadonlySet<string>,
  depth: number,
): { node: CoverageNode; depth: number }[] {
  return nodes.flatMap((node) => [
    { node, depth },
    ...(open.has(node.key) ? visible(node.children, open, depth + 1) : []),
  ]);
}

function Counts({ counts }: { readonly counts: CoverageCounts }) {
  const { workers, registered, active, paid } = counts;
  return (
    <>
      <Table.Td ta="right">{formatCount(workers)}</Table.Td>
      {[registered, active, paid].map((value, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: three figures in a fixed order
        <Share key={at} value={value} of={workers} />
      ))}
    </>
  );
}

function Share({ value, of }: { readonly value: number; readonly of: number }) {
  return (
    <>
      <Table.Td ta="right">{formatCount(value)}</Table.Td>
      <Table.Td ta="right" w={86}>
        <Text span size="sm" c="dimmed">
          {formatPercent(shareInBasisPoints(value, of))}
        </Text>
      </Table.Td>
    </>
  );
}
