/** The decision keys of a pair of stored records. */
import type { PairRecords } from '../../store/links.ts';
import { leftKey, rightKey } from './decision-keys.ts';

type KeyedRecords = Pick<
  PairRecords,
  | 'personId'
  | 'leftNik'
  | 'leftName'
  | 'leftBirthDate'
  | 'rightNik'
  | 'rightKpj'
  | 'rightName'
  | 'rightBirthDate'
>;

/** What identifies both people of a pair from month to month. */
export function pairKeys(records: KeyedRecords) {
  return {
    leftKey: leftKey({
      personId: records.personId,
      nik: records.leftNik,
      name: records.leftName,
      birthDate: records.leftBirthDate,
    }),
    rightKey: rightKey({
      nik: records.rightNik,
      kpj: records.rightKpj,
      name: records.rightName,
      birthDate: records.rightBirthDate,
    }),
  };
}
