/** Why two records were linked or put to an officer, in one Indonesian sentence. */
import { explainPair } from '../../linkage/explain/explain-pair.ts';
import { explainText } from '../../linkage/explain/explain-text.ts';
import { factsOfCells } from '../../linkage/explain/person-facts.ts';
import { type LinkedPair, type PairRecords, readPair } from '../../store/links.ts';
import type { ReadStore } from '../../store/store.ts';

/** The sentence for a stored link; empty when the link has gone. */
export function explainLink(store: ReadStore, link: LinkedPair): string {
  const records = readPair(store, link.id);
  return records === undefined ? '' : explainPairRecords(records);
}

export function explainPairRecords(records: PairRecords): string {
  const left = factsOfCells({
    nik: records.leftNik ?? '',
    kpj: records.leftKpj ?? '',
    name: records.leftName,
    birthDate: records.leftBirthDate ?? '',
    sex: records.leftSex ?? '',
    village: records.leftPlace ?? '',
  });
  const right = factsOfCells({
    nik: records.rightNik ?? '',
    kpj: records.rightKpj ?? '',
    name: records.rightName,
    birthDate: records.rightBirthDate ?? '',
    sex: records.rightSex ?? '',
    village: records.rightPlace ?? '',
  });
  return explainText(explainPair(records.evidence, left, right), records.probability);
}
