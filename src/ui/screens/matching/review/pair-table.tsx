/** Two records side by side, field by field, with the differing characters marked. */
import { Table, VisuallyHidden } from '@mantine/core';
import type { ReviewSide } from '../../../../contract/review-routes.ts';
import { formatDate, formatRupiah } from '../../../words/format.ts';
import { differingDigits, differingPieces } from '../difference.ts';
import classes from './review.module.css';

type Field = readonly [label: string, read: (side: ReviewSide) => string];

/** Always in the same place, so that an eye finds them without looking. */
const identity: readonly Field[] = [
  ['Nama', (side) => side.name],
  ['NIK', (side) => side.nik ?? ''],
  ['KPJ', (side) => side.kpj ?? ''],
  ['Tanggal lahir', (side) => (side.birthDate === null ? '' : formatDate(side.birthDate))],
  ['Jenis kelamin', (side) => side.sex ?? ''],
];
/** Shown where one of the two has it, and not marked: they say different things by nature. */
const surroundings: readonly Field[] = [
  ['Tempat', (side) => side.place ?? ''],
  ['Unit / pemberi kerja', (side) => side.unit ?? ''],
  ['Jabatan', (side) => side.job ?? ''],
  ['Upah', (side) => (side.wage === null ? '' : formatRupiah(side.wage))],
  ['Masa kepesertaan', membershipSpan],
];
/** Numbers, in which a digit counts by its place. */
const numbers = new Set(['NIK', 'KPJ']);

function membershipSpan({ joinedOn, endedOn }: ReviewSide): string {
  if (joinedOn === null) return endedOn === null ? '' : `sampai ${formatDate(endedOn)}`;
  return endedOn === null
    ? `sejak ${formatDate(joinedOn)}`
    : `${formatDate(joinedOn)} – ${formatDate(endedOn)}`;
}

interface PairTableProps {
  readonly left: ReviewSide;
  readonly right: ReviewSide;
  readonly leftHeading: string;
  readonly rightHeading: string;
}

/** A field that one side lacks is shown as a dash and not marked. */
export function PairTable({ left, right, leftHeading, rightHeading }: PairTableProps) {
  return (
    <Table layout="fixed" verticalSpacing={5} className={classes.pair ?? ''}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th w={148}>
            <VisuallyHidden>Isian</VisuallyHidden>
          </Table.Th>
          <Table.Th>{leftHeading}</Table.Th>
          <Table.Th>{rightHeading}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {identity.map(([label, read]) => (
          <Row key={label} label={label} left={read(left)} right={read(right)} marks />
        ))}
        {surroundings
          .filter(([, read]) => read(left) !== '' || read(right) !== '')
          .map(([label, read]) => (
            <Row key={label} label={label} left={read(left)} right={read(right)} marks={false} />
          ))}
      </Table.Tbody>
    </Table>
  );
}

interface RowProps {
  readonly label: string;
  readonly left: string;
  readonly right: string;
  readonly marks: boolean;
}

function Row({ label, left, right, marks }: RowProps) {
  const digits = numbers.has(label);
  const mark = marks && left !== '' && right !== '';
  return (
    <Table.Tr>
      <Table.Th scope="row">{label}</Table.Th>
      <Table.Td>
        {mark ? <Marked text={left} other={right} digits={digits} /> : left || '–'}
      </Table.Td>
      <Table.Td>
        {mark ? <Marked text={right} other={left} digits={digits} /> : right || '–'}
      </Table.Td>
    </Table.Tr>
  );
}

interface MarkedProps {
  readonly text: string;
  readonly other: string;
  readonly digits: boolean;
}

function Marked({ text, other, digits }: MarkedProps) {
  const pieces = digits ? differingDigits(text, other) : differingPieces(text, other);
  return (
    <>
      {pieces.map((piece, index) =>
        piece.same ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text, drawn anew each time
          <span key={index}>{piece.text}</span>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <mark key={index} className={classes.mark}>
            {piece.text}
          </mark>
        ),
      )}
    </>
  );
}
