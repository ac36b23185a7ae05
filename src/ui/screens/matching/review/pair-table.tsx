/** Two records side by side, field by field, with the differing characters marked. */
import { Table, VisuallyHidden } from '@mantine/core';
import type { ReviewSide } from '../../../../contract/review-routes.ts';
import { formatDate } from '../../../words/format.ts';
import { differingDigits, differingPieces } from '../difference.ts';
import classes from './review.module.css';

const fields: readonly (readonly [label: string, read: (side: ReviewSide) => string])[] = [
  ['Nama', (side) => side.name],
  ['NIK', (side) => side.nik ?? ''],
  ['KPJ', (side) => side.kpj ?? ''],
  ['Tanggal lahir', (side) => (side.birthDate === null ? '' : formatDate(side.birthDate))],
  ['Jenis kelamin', (side) => side.sex ?? ''],
  ['Tempat', (side) => side.place ?? ''],
  ['Keterangan', (side) => side.detail ?? ''],
];
/** Numbers, in which a digit counts by its place. */
const numbers = new Set(['NIK', 'KPJ']);
/** Fields that say different things by nature; marking them would only distract. */
const unmarked = new Set(['Keterangan', 'Tempat']);

interface PairTableProps {
  readonly left: ReviewSide;
  readonly right: ReviewSide;
  readonly leftHeading: string;
  readonly rightHeading: string;
}

/** A field that one side lacks is shown as a dash and not marked. */
export function PairTable({ left, right, leftHeading, rightHeading }: PairTableProps) {
  return (
    <Table layout="fixed" className={classes.pair ?? ''}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th w={130}>
            <VisuallyHidden>Isian</VisuallyHidden>
          </Table.Th>
          <Table.Th>{leftHeading}</Table.Th>
          <Table.Th>{rightHeading}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {fields.map(([label, read]) => {
          const a = read(left);
          const b = read(right);
          const mark = a !== '' && b !== '' && !unmarked.has(label);
          return (
            <Table.Tr key={label}>
              <Table.Th scope="row">{label}</Table.Th>
              <Table.Td>
                {mark ? <Marked text={a} other={b} digits={numbers.has(label)} /> : a || '–'}
              </Table.Td>
              <Table.Td>
                {mark ? <Marked text={b} other={a} digits={numbers.has(label)} /> : b || '–'}
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
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
