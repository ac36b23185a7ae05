import type { CivilDate } from '../../domain/brand.ts';
import type { OutCell, OutSheet } from '../../tabular/types.ts';
import { writeXlsx } from '../../tabular/write-xlsx.ts';
import { dateText } from './messy-values.ts';
import { type Random, randomAt, shuffled } from './random.ts';
import { regencyWords, type SampleContext } from './roster-context.ts';
import type { SampleMembership, SamplePerson } from './sample-person.ts';

const columns = [
  'ktp',
  'NOMOR_IDENTITAS',
  'KPJ',
  'NAMA_LENGKAP',
  'TGL_LAHIR',
  'NPP',
  'NAMAPRS',
  'TGL_KEPESERTAAN1',
  'TGL_NA',
  'NM_PRG',
];

/** Whom the regency asked about: all lapsed, all at other employers, and some of the rest. */
function wasAsked(person: SamplePerson, random: Random): boolean {
  if (person.memberships.some((one) => one.channel === 'elsewhere')) return true;
  if (person.status === 'nonaktif')
    return person.memberships[0]?.channel === 'pu' || random.chance(0.5);
  if (person.status === 'belum') return random.chance(0.2);
  return person.memberships[0]?.channel === 'pu' && random.chance(0.04);
}

interface Employer {
  readonly npp: string;
  readonly name: string;
}

function employerOf({ plan }: SampleContext, member: SampleMembership, random: Random): Employer {
  const number = plan.regency.code.replace('.', '');
  if (member.channel !== 'elsewhere') return { npp: `15${number}01`, name: regencyWords(plan).kop };
  const at = random.between(0, plan.work.companies.length - 1);
  return { npp: `1900000${at}`, name: plan.work.companies[at] ?? '' };
}

/** One row per programme of one card, as the branch's join gives them. */
function cardRows(
  context: SampleContext,
  person: SamplePerson,
  member: SampleMembership,
  random: Random,
) {
  const employer = employerOf(context, member, random);
  const programmes = member.channel === 'elsewhere' ? ['JHT', 'JKK', 'JKM'] : ['JKK', 'JKM'];
  const serial = random.chance(0.7);
  const date = (value: CivilDate | null): OutCell => {
    if (value === null) return null;
    return serial ? { v: value, style: 'date' } : dateText(value, 'dash');
  };
  return programmes.map((programme): OutCell[] => [
    person.nik,
    person.nik,
    member.kpj,
    person.name.toUpperCase(),
    date(person.birthDate),
    employer.npp,
    employer.name,
    date(member.since),
    date(member.endedOn),
    programme,
  ]);
}

function checkSheet(context: SampleContext): OutSheet {
  const { plan, people, truth, signal } = context;
  function* rows(): Generator<readonly OutCell[]> {
    yield columns.map((v): OutCell => ({ v, style: 'header' }));
    let row = 1;
    const size = plan.bounds.only;
    const order = shuffled(size, plan.seed + 99);
    for (let at = 0; at < size; at += 1) {
      signal?.throwIfAborted();
      const person = people.at(order(at));
      const random = randomAt(plan.seed, 53, person.index);
      if (!wasAsked(person, random)) continue;
      const found = person.memberships.filter(
        (one) => one.channel !== 'bpu' || one.endedOn !== null,
      );
      const lines = found.flatMap((member) =>
        cardRows(context, person, member, random).map((cells) => ({ kpj: member.kpj, cells })),
      );
      for (const { kpj, cells } of lines.length > 0 ? lines : [{ kpj: '', cells: [person.nik] }]) {
        row += 1;
        truth.bpjsRow({
          kind: 'bpjs-nik',
          file: 'bpjs-cek-nik.xlsx',
          sheet: 'Merged',
          row,
          person,
          kpj,
        });
        yield cells;
      }
    }
  }
  return { name: 'Merged', rows: rows(), widths: [20, 20, 14, 30, 12, 11, 34, 16, 12, 8] };
}

/** Writes `bpjs-cek-nik.xlsx`: what the branch answered to a list of NIKs; a person on several rows, or on an empty one. */
export async function writeNikCheck(context: SampleContext, path: string): Promise<void> {
  await writeXlsx(path, [checkSheet(context)]);
}
