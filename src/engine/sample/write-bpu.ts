import type { CivilDate } from '../../domain/brand.ts';
import type { OutCell, OutSheet } from '../../tabular/types.ts';
import { writeXlsx } from '../../tabular/write-xlsx.ts';
import { dateText } from './messy-values.ts';
import { randomAt, shuffled } from './random.ts';
import type { SampleContext } from './roster-context.ts';
import { type HeadColumn, tableHead } from './sheet-furniture.ts';

const columns: readonly HeadColumn[] = [
  'NIK',
  'KPJ',
  'NAMA',
  'TGL LAHIR',
  'NO HANDPHONE',
  { group: 'PROGRAM', columns: ['JHT', 'JKK', 'JKM'] },
  'JENIS PEKERJAAN',
  'TGL KEPESERTAAN',
  'TGL BERAKHIR',
  'MASA GRACE',
];

/** Serials in one half of the columns' cells, `5-MEI-80` in the other: both occur in one and the same export. */
function exportDate(date: CivilDate | null, asText: boolean): OutCell {
  if (date === null) return null;
  return asText ? { v: dateText(date, 'short'), style: 'text' } : { v: date, style: 'date' };
}

function bpuSheet({ plan, people, truth, signal }: SampleContext): OutSheet {
  const head = tableHead(['DAFTAR PESERTA BPU', ''], columns, () => '');
  function* rows(): Generator<readonly OutCell[]> {
    yield* head.rows.slice(0, -1); // this export has no row of letters
    let row = head.rows.length - 1;
    const first = plan.bounds.desa;
    const size = plan.bounds.only - first;
    const order = shuffled(size, plan.seed + 77);
    for (let at = 0; at < size; at += 1) {
      signal?.throwIfAborted();
      const person = people.at(first + order(at));
      const member = person.memberships.find((one) => one.channel === 'bpu');
      if (member === undefined) continue;
      row += 1;
      const { kpj } = member;
      truth.bpjsRow({ kind: 'bpjs-bpu', file: 'bpjs-bpu.xlsx', sheet: 'BPU', row, person, kpj });
      const random = randomAt(plan.seed, 52, person.index);
      const asText = random.chance(0.35);
      yield [
        { v: person.nik, style: 'text' },
        { v: kpj, style: 'text' },
        { v: person.name.toUpperCase(), style: 'text' },
        exportDate(person.birthDate, asText),
        {
          v: `08${random.between(11, 99)}${random.between(10_000_000, 99_999_999)}`,
          style: 'text',
        },
        { v: random.chance(0.1) ? 1 : 0, style: 'integer' },
        { v: 1, style: 'integer' },
        { v: 1, style: 'integer' },
        { v: person.position.toUpperCase(), style: 'text' },
        exportDate(member.since, asText),
        exportDate(member.endedOn, asText),
        exportDate(member.graceUntil, asText),
      ];
    }
  }
  return {
    name: 'BPU',
    rows: rows(),
    merges: head.merges,
    widths: [20, 14, 30, 12, 16, 6, 6, 6, 26, 14, 14, 14],
  };
}

/** Writes `bpjs-bpu.xlsx`: the branch's list of BPU participants under the regency's wadah. */
export async function writeBpu(context: SampleContext, path: string): Promise<void> {
  await writeXlsx(path, [bpuSheet(context)]);
}
