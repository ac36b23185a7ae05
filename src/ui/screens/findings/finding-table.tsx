/** A page of findings; headings sort, boxes mark, the name opens. */
import { Checkbox, Table, Text, VisuallyHidden } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { FindingRow, FindingSort } from '../../../contract/finding-routes.ts';
import {
  findingReason,
  findingWords,
  followUpLabels,
} from '../../../contract/words/finding-words.ts';
import { Tag, type Tone } from '../../parts/tag.tsx';
import { formatDate, formatRupiah } from '../../words/format.ts';
import { rosterLabels } from '../../words/labels.ts';
import classes from './findings.module.css';

interface FindingTableProps {
  readonly rows: readonly FindingRow[];
  readonly marked: ReadonlySet<number>;
  readonly onMark: (ids: ReadonlySet<number>) => void;
  readonly open: number | null;
  readonly onOpen: (row: FindingRow) => void;
  readonly sort: FindingSort;
  readonly onSort: (sort: FindingSort) => void;
}

const headings: readonly (readonly [by: FindingSort['by'], label: string, right?: boolean])[] = [
  ['code', 'Temuan'],
  ['name', 'Nama'],
  ['unit', 'Unit'],
  ['premium', 'Iuran/bulan', true],
  ['deadline', 'PIC dan tenggat'],
  ['status', 'Status'],
];

export function FindingTable(props: FindingTableProps) {
  const { rows, marked, onMark, open, onOpen } = props;
  const all = rows.length > 0 && rows.every(({ id }) => marked.has(id));
  const some = rows.some(({ id }) => marked.has(id));
  const mark = (id: number, on: boolean) => {
    const next = new Set(marked);
    if (on) next.add(id);
    else next.delete(id);
    onMark(next);
  };
  return (
    <Table highlightOnHover verticalSpacing={5}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th w={34}>
            <Checkbox
              size="xs"
              aria-label="Tandai semua di halaman ini"
              checked={all}
              indeterminate={some && !all}
              onChange={(event) =>
                onMark(new Set(event.currentTarget.checked ? rows.map(({ id }) => id) : []))
              }
            />
          </Table.Th>
          {headings.map(([by, label, right]) => (
            <Heading key={by} by={by} label={label} right={right === true} {...props} />
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr
            key={row.id}
            {...(row.id === open ? { bg: 'var(--mantine-color-default-hover)' } : {})}
          >
            <Table.Td>
              <Checkbox
                size="xs"
                aria-label={`Tandai ${row.name}`}
                checked={marked.has(row.id)}
                onChange={(event) => mark(row.id, event.currentTarget.checked)}
              />
            </Table.Td>
            <Table.Td title={findingWords[row.code].label}>
              <Text span size="sm" fw={600}>
                {row.code}
              </Text>
              <Text size="xs" c="dimmed" lineClamp={1}>
                {findingReason(row.reason)}
              </Text>
            </Table.Td>
            <Table.Td>
              <button type="button" className={classes.name} onClick={() => onOpen(row)}>
                {row.name}
              </button>
              <Text size="xs" c="dimmed">
                {row.nikMasked ?? row.kpj ?? 'tanpa NIK'}
              </Text>
            </Table.Td>
            <Table.Td>
              <Text size="sm" lineClamp={1}>
                {row.unitName ?? (row.roster === null ? 'Hanya di BPJS' : 'Tanpa unit')}
              </Text>
              <Text size="xs" c="dimmed" lineClamp={1}>
                {row.parentUnitName ?? (row.roster === null ? '' : rosterLabels[row.roster])}
              </Text>
            </Table.Td>
            <Table.Td ta="right" className={classes.nowrap ?? ''}>
              {row.premium === null ? '–' : formatRupiah(row.premium)}
            </Table.Td>
            <Table.Td>
              <Text size="sm" lineClamp={1}>
                {row.pic}
              </Text>
              <Text
                size="xs"
                className={classes.nowrap ?? ''}
                {...(row.overdue ? { c: 'var(--padan-warning-text)' } : { c: 'dimmed' })}
              >
                {formatDate(row.deadline)}
                {row.overdue ? ' · lewat' : ''}
              </Text>
            </Table.Td>
            <Table.Td>
              <FollowUpTag status={row.status} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

const tones: Readonly<Record<FindingRow['status'], Tone>> = {
  baru: 'info',
  ditindaklanjuti: 'notice',
  selesai: 'good',
  diabaikan: 'neutral',
  kembali: 'bad',
};

/** A follow-up's word on its tint. */
export function FollowUpTag({ status }: Pick<FindingRow, 'status'>) {
  return <Tag tone={tones[status]}>{followUpLabels[status]}</Tag>;
}

interface HeadingProps extends FindingTableProps {
  readonly by: FindingSort['by'];
  readonly label: string;
  readonly right: boolean;
}

function Heading({ by, label, right, sort, onSort }: HeadingProps) {
  const sorted = sort.by === by;
  const Arrow = sort.descending ? IconArrowDown : IconArrowUp;
  return (
    <Table.Th
      {...(right ? { ta: 'right' } : {})}
      aria-sort={sorted ? (sort.descending ? 'descending' : 'ascending') : undefined}
    >
      <button
        type="button"
        className={classes.sorter}
        onClick={() => onSort({ by, descending: sorted ? !sort.descending : by === 'premium' })}
      >
        {label}
        {sorted ? <Arrow size={13} aria-hidden="true" /> : null}
        <VisuallyHidden>urutkan</VisuallyHidden>
      </button>
    </Table.Th>
  );
}
