/** The people a target enrols, by unit and in order, so that each OPD and desa can enrol its own. */
import { fundSourceLabel, rosterLabels } from '../../contract/words/labels.ts';
import { orderSentence } from '../../contract/words/plan-words.ts';
import { AppError } from '../../domain/app-error.ts';
import { maskIdentifier } from '../../domain/clean-identifier.ts';
import { chooseForTarget } from '../../domain/plan-compute.ts';
import { valueAt } from '../../domain/plan-groups.ts';
import type { PlanAssumptions } from '../../domain/plan-types.ts';
import type { Column, Document, Row } from '../../reports/document.ts';
import { openStoreReader } from '../../store/open-store.ts';
import { readPlanNames } from '../../store/plan-people.ts';
import { readProfile } from '../../store/profile.ts';
import type { ReadStore } from '../../store/store.ts';
import { needAccess, type Task } from '../worker/task.ts';
import { loadGround } from './load-ground.ts';
import { fileNameOf, freePath, type PlanFile, writeSheets } from './plan-files.ts';
import { unitName } from './plan-view.ts';
import type { PlanBasis } from './protocol.ts';

export interface PeopleExportInput {
  readonly dir: string;
  readonly assumptions: PlanAssumptions;
  readonly fullNik: boolean;
  readonly basis: PlanBasis;
}

interface Picked {
  readonly entryId: number;
  readonly row: number;
  readonly unit: number;
  /** Place in the order of enrolment, from 1. */
  readonly place: number;
}

/** Throws `plan.invalid` without a target, `job.cancelled`, and what writing a file throws. */
export const planPeopleTask: Task<PeopleExportInput, PlanFile[]> = async (input, task) => {
  const { target } = input.assumptions;
  if (target === null) throw new AppError('plan.invalid', { at: { field: 'target' } });
  using store = openStoreReader(needAccess(task));
  const { ground, units, entries, groupOf } = loadGround(store, input.basis, task, true);
  const choice = chooseForTarget(ground, input.assumptions, target);
  const places = new Map(choice.candidates.rows.map((row, at) => [row, at]));
  const picked = pickEntries(entries, groupOf, choice.chosen, places, ground.groups.unit);
  const describe = (row: number) => {
    const sort = ground.groups.sorts[valueAt(ground.groups.sort, row)];
    const desil = valueAt(ground.groups.desil, row);
    return {
      roster: sort === undefined ? '' : rosterLabels[sort.roster],
      fund: sort?.fundSource == null ? '' : fundSourceLabel(sort.fundSource),
      desil: desil === 0 ? null : desil,
      cost: choice.candidates.costs.get(row) ?? 0,
    };
  };
  const profile = readProfile(store);
  const document: Document = {
    title: 'Daftar calon peserta',
    author: profile.officeName,
    subject: `${profile.name}, sasaran tahun ${input.basis.year}`,
    footer: '',
    sections: [
      {
        id: 'calon',
        orientation: 'landscape',
        blocks: [
          {
            kind: 'table',
            id: 'calon',
            sheet: 'Calon peserta',
            title: `Calon peserta tahun ${input.basis.year} menurut unit`,
            columns,
            rows: {
              [Symbol.iterator]: () =>
                rowsOf(store, picked, (unit) => unitName(units[unit]), describe, input.fullNik),
            },
            numberedColumns: false,
            notes: [orderSentence(target.order)],
          },
        ],
      },
    ],
  };
  const path = freePath(input.dir, fileNameOf('calon-peserta', String(input.basis.year)), 'xlsx');
  const onRows = (rows: number) => {
    task.progress('write', rows, picked.length);
    task.signal.throwIfAborted();
  };
  return [await writeSheets('people-xlsx', path, document, 'A4', picked.length, onRows)];
};

/** The first entries of each chosen row, by number; sorted by unit, then by the order of enrolment. */
function pickEntries(
  entries: Int32Array,
  groupOf: Int32Array,
  chosen: ReadonlyMap<number, number>,
  places: ReadonlyMap<number, number>,
  units: Int32Array,
): readonly Picked[] {
  const left = new Map(chosen);
  const picked: Picked[] = [];
  for (let at = 0; at < entries.length; at += 1) {
    const row = valueAt(groupOf, at);
    const more = left.get(row) ?? 0;
    if (more === 0) continue;
    left.set(row, more - 1);
    const unit = units[row] ?? -1;
    picked.push({ entryId: valueAt(entries, at), row, unit, place: places.get(row) ?? 0 });
  }
  const ordered = picked
    .sort((a, b) => a.place - b.place || a.entryId - b.entryId)
    .map((one, at) => ({ ...one, place: at + 1 }));
  return ordered.toSorted((a, b) => a.unit - b.unit || a.place - b.place);
}

const columns: readonly Column[] = [
  { key: 'place', title: 'Urutan', kind: 'integer', width: 14 },
  { key: 'name', title: 'Nama', kind: 'text', width: 50, grow: 1 },
  { key: 'nik', title: 'NIK', kind: 'text', width: 34 },
  { key: 'birth', title: 'Tanggal lahir', kind: 'date', width: 26 },
  { key: 'sex', title: 'L/P', kind: 'text', width: 10 },
  { key: 'work', title: 'Jabatan / pekerjaan', kind: 'text', width: 40 },
  { key: 'address', title: 'Alamat', kind: 'text', width: 50 },
  { key: 'roster', title: 'Daftar', kind: 'text', width: 26 },
  { key: 'fund', title: 'Sumber dana', kind: 'text', width: 26 },
  { key: 'desil', title: 'Desil', kind: 'integer', width: 12 },
  { key: 'cost', title: 'Iuran tahun ini (Rp)', kind: 'rupiah', width: 30, summed: true },
];

interface Described {
  readonly roster: string;
  readonly fund: string;
  readonly desil: number | null;
  readonly cost: number;
}

function* rowsOf(
  store: ReadStore,
  picked: readonly Picked[],
  nameOfUnit: (unit: number) => string,
  describe: (row: number) => Described,
  fullNik: boolean,
): Generator<Row> {
  let unitTotal = 0;
  let total = 0;
  let unit: number | null = null;
  const close = (name: string): Row => ({
    kind: 'subtotal',
    label: `Jumlah ${name}`,
    cells: { cost: unitTotal },
  });
  for (let from = 0; from < picked.length; from += 1_000) {
    const slice = picked.slice(from, from + 1_000);
    const names = readPlanNames(
      store,
      slice.map(({ entryId }) => entryId),
    );
    for (const [at, one] of slice.entries()) {
      const person = names[at];
      if (person === undefined) continue;
      if (one.unit !== unit) {
        if (unit !== null) yield close(nameOfUnit(unit));
        unit = one.unit;
        unitTotal = 0;
        yield { kind: 'group', label: nameOfUnit(one.unit) };
      }
      const described = describe(one.row);
      unitTotal += described.cost;
      total += described.cost;
      yield {
        kind: 'body',
        cells: {
          place: one.place,
          name: person.name,
          nik: person.nik === null || fullNik ? person.nik : maskIdentifier(person.nik),
          birth: person.birthDate,
          sex: person.sex,
          work: person.position,
          address: person.address,
          ...described,
        },
      };
    }
  }
  if (unit !== null) yield close(nameOfUnit(unit));
  yield { kind: 'total', label: 'Jumlah seluruhnya', cells: { cost: total } };
}
