/** Prints the packet in a worker thread: reads the figures, builds the document, writes the files. */
import { join } from 'node:path';
import type { BudgetView } from '../../contract/budget-routes.ts';
import { assumptionText, gapSentence } from '../../contract/words/budget-words.ts';
import { fundSourceLabel, programmeLabels, rosterLabels } from '../../contract/words/labels.ts';
import { AppError } from '../../domain/app-error.ts';
import type { CivilDate, Rupiah } from '../../domain/brand.ts';
import { loadLegalBasis } from '../../reports/legal-basis.ts';
import type {
  BenefitRow,
  LetterData,
  PacketInput,
  Signatory,
  UnenrolledWorker,
} from '../../reports/packet-input.ts';
import { type PacketFile, renderPacket } from '../../reports/render-packet.ts';
import { activeExportNames } from '../../store/coverage.ts';
import { latestRun } from '../../store/links.ts';
import { openStoreReader } from '../../store/open-store.ts';
import { type Profile, readProfile } from '../../store/profile.ts';
import type { ReadStore } from '../../store/store.ts';
import { iterateUnenrolled } from '../../store/unenrolled.ts';
import { computeNeed } from '../budget/compute-need.ts';
import { civilToday } from '../civil-today.ts';
import { readBenefits } from '../plan/benefits.ts';
import { needAccess, type Task } from '../worker/task.ts';
import { packetCoverage } from './packet-coverage.ts';
import { regionHead } from './region-head.ts';

export interface PacketTaskInput {
  readonly dir: string;
  readonly paper: 'A4' | 'F4';
  readonly letterNumber: string | null;
  readonly letterDate: string | null;
  readonly benefits?: boolean;
}

export const packetTask: Task<PacketTaskInput, PacketFile[]> = async (input, task) => {
  using store = openStoreReader(needAccess(task));
  task.progress('figures', 0, null);
  const packet = await packetInput(store, input, task.resourcesDir, task.now());
  task.progress('render', 0, null);
  task.signal.throwIfAborted();
  const { files } = await renderPacket(packet, {
    dir: input.dir,
    paper: input.paper,
    fontsDir: join(task.resourcesDir, 'fonts'),
    templatesDir: join(task.resourcesDir, 'templates'),
    createdAt: task.now(),
    signal: task.signal,
    // Each call also looks at the stop flag, so that a cancel is noticed while pages are drawn.
    onProgress: (kind, done, total) => task.progress(kind, done, total),
  });
  return [...files];
};

async function packetInput(
  store: ReadStore,
  input: PacketTaskInput,
  resourcesDir: string,
  now: Date,
): Promise<PacketInput> {
  const run = latestRun(store);
  if (run === undefined)
    throw new AppError('packet.nothing-to-print', { params: { reason: 'no-run' } });
  const profile = readProfile(store);
  const coverage = await packetCoverage(store);
  const need = computeNeed(store, resourcesDir, { scope: 'missing', byUnit: false });
  const positionDate = run.asOf as CivilDate;
  const letterDate = input.letterDate ?? civilToday(now);
  return {
    regency: {
      code: profile.code,
      name: profile.name,
      province: profile.province,
      office: {
        name: profile.officeName,
        addressLines: profile.addressLines,
        ...(profile.phone === '' ? {} : { phone: profile.phone }),
        ...(profile.email === '' ? {} : { email: profile.email }),
      },
    },
    signatory: signatory(profile),
    letter: letter(profile, input.letterNumber, letterDate as CivilDate),
    fiscalYear: profile.fiscalYear,
    positionDate,
    coverage,
    budget: {
      scope: 'yang belum terdaftar',
      lines: need.lines.map((line) => ({
        fundSource: line.fundSource,
        fundSourceLabel: fundSourceLabel(line.fundSource),
        accountCode: line.accountCode,
        // One account may serve two rosters: the line says whose premium it is.
        accountName: `${line.accountName} – ${rosterLabels[line.roster]}`,
        programme: line.programme,
        persons: line.persons,
        personMonths: line.personMonths,
        amount: line.amount as Rupiah,
      })),
      persons: need.persons,
      total: need.total as Rupiah,
    },
    assumptions: [
      ...need.assumptions.map(({ code, params }) => assumptionText(code, params)),
      ...gapSentences(need.gaps),
    ],
    legalBasis: loadLegalBasis(join(resourcesDir, 'legal', 'dasar-hukum.json'), profile.fiscalYear),
    sources: [
      { label: 'Daftar pekerja yang diimpor ke Padan', asOf: positionDate },
      ...activeExportNames(store).map((name) => ({
        label: `Data BPJS Ketenagakerjaan: ${name}`,
        asOf: positionDate,
      })),
    ],
    unenrolled: { count: coverage.total.unenrolled, rows: unenrolledRows(store) },
    ...(input.benefits === true ? { benefits: benefitRows(resourcesDir) } : {}),
  };
}

function benefitRows(resourcesDir: string): readonly BenefitRow[] {
  return readBenefits(resourcesDir).map((row) => ({
    ...row,
    programme: programmeLabels[row.programme],
  }));
}

/** One sentence a reason: the same reason in three rosters would read like three contradicting numbers. */
function gapSentences(gaps: BudgetView['gaps']): string[] {
  const codes = [...new Set(gaps.map(({ code }) => code))];
  return codes.map((code) =>
    gapSentence(
      code,
      gaps
        .filter((gap) => gap.code === code)
        .map(({ roster, persons }) => ({
          roster: roster === null ? 'lainnya' : rosterLabels[roster],
          persons,
        })),
    ),
  );
}

function signatory(profile: Profile): Signatory {
  return {
    title: profile.signatoryTitle,
    name: profile.signatoryName,
    place: profile.place,
    ...(profile.signatoryRank === '' ? {} : { rank: profile.signatoryRank }),
    ...(profile.signatoryNip === '' ? {} : { nip: profile.signatoryNip }),
  };
}

function letter(profile: Profile, number: string | null, date: CivilDate): LetterData {
  return {
    number: number ?? profile.letterNumber,
    date,
    nature: 'Penting',
    recipient: profile.recipient.split('\n').filter((line) => line !== ''),
    recipientPlace: 'Tempat',
    tembusan: [regionHead(profile.name), 'Kepala Kantor Cabang BPJS Ketenagakerjaan'],
  };
}

/** Walked several times by the renderers, and each time read afresh. */
function unenrolledRows(store: ReadStore): Iterable<UnenrolledWorker> {
  return {
    *[Symbol.iterator]() {
      for (const row of iterateUnenrolled(store)) {
        const places = [row.unit ?? '', row.district === null ? '' : `Kec. ${row.district}`];
        yield {
          name: row.name,
          nik: row.nik,
          unit: places.filter((place) => place !== '').join(', '),
          position: row.position ?? '',
          status: 'Belum terdaftar',
        };
      }
    },
  };
}
