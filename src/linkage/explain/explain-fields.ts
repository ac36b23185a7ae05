/** The reasons of a pair field by field, as the bars of a waterfall need them. */
import { evidenceFlag, sexLevel, unpackEvidence, wageLevel } from '../features/levels.ts';
import { explainPair, type Reason, type ReasonCode } from './explain-pair.ts';
import { reasonText } from './explain-text.ts';
import type { PersonFacts } from './person-facts.ts';
import { type WaterfallField, waterfallFields } from './waterfall.ts';

const fieldOfRule: Partial<Readonly<Record<ReasonCode, WaterfallField>>> = {
  'rule.self-consistent': 'date',
  'rule.contradiction': 'date',
  'rule.family': 'name',
  'derived.date': 'date',
  'derived.district': 'place',
};

function fieldOf({ code }: Reason): WaterfallField | undefined {
  return fieldOfRule[code] ?? waterfallFields.find((field) => code.startsWith(`${field}.`));
}

const names: Readonly<Record<WaterfallField, string>> = {
  nik: 'NIK',
  kpj: 'KPJ',
  name: 'nama',
  date: 'tanggal lahir',
  sex: 'jenis kelamin',
  place: 'tempat',
  wage: 'upah',
};

/** Fields known on both sides about which explainPair has nothing to say. */
function quietText(field: WaterfallField, packed: number): string {
  const { sex, wage } = unpackEvidence(packed);
  if (field === 'sex' && sex === sexLevel.same) return 'jenis kelamin sama';
  if (field === 'wage' && wage === wageLevel.near) return 'upah hampir sama';
  if (field === 'wage' && wage === wageLevel.differs) return 'upah beda';
  return `${names[field]} tidak ada di salah satu data`;
}

/**
 * What each field of a pair says, in plain Indonesian, in the order of `waterfallFields`. `known` is false for a field
 * that one side lacks.
 */
export function explainFields(
  packed: number,
  left: PersonFacts,
  right: PersonFacts,
): { readonly field: WaterfallField; readonly text: string; readonly known: boolean }[] {
  const reasons = explainPair(packed & ~evidenceFlag.rival, left, right);
  const levels = unpackEvidence(packed);
  return waterfallFields.map((field) => {
    const own = reasons.filter((reason) => fieldOf(reason) === field);
    const known = levels[field] !== 0;
    // A rule about the field says why it weighs so; the field's own words come first.
    const texts = own.map(reasonText);
    if (known && !own.some(({ code }) => code.startsWith(`${field}.`))) {
      texts.unshift(quietText(field, packed));
    }
    return { field, known, text: texts.length === 0 ? quietText(field, packed) : texts.join('; ') };
  });
}
