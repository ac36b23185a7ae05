/** The Monev packet (Inpres 2/2021) as a document value. */

import { formatDate } from '../domain/civil-date.ts';
import { formatInteger } from '../domain/format-id.ts';
import { rupiahInWords } from '../domain/terbilang.ts';
import { benefitsBlocks } from './benefits-table.ts';
import { checkPacketInput } from './check-packet-input.ts';
import type { Block, Document, Heading, Section } from './document.ts';
import { consistencyTable } from './packet-checks.ts';
import type { PacketInput } from './packet-input.ts';
import {
  attachmentHead,
  attachments,
  letterSection,
  personsWithScope,
  signatureOf,
} from './packet-letter.ts';
import {
  budgetTable,
  districtTable,
  opdTable,
  segmentTable,
  villageTable,
} from './packet-tables.ts';
import { unenrolledTable } from './unenrolled-table.ts';

/** Above this many names the annex is a file of its own: Typst's memory grows too fast beyond. */
export const annexLimit = 2_000;

/** True when the list of the unenrolled does not go into the packet itself. */
export function isListSeparate(input: PacketInput): boolean {
  return input.unenrolled.count > annexLimit;
}

/**
 * Letter, coverage tables 1–4, budget table 5, notes, and the list of the unenrolled (or, above
 * `annexLimit` names, a page that points to it). Pure: same input, same document.
 * @throws AppError `input.invalid` where parts do not add up, `packet.nothing-to-print`
 */
export function buildPacket(input: PacketInput): Document {
  checkPacketInput(input);
  return {
    title: `Paket Monev Jaminan Sosial Ketenagakerjaan ${input.regency.name}`,
    author: `Pemerintah ${input.regency.name}`,
    subject: `Data posisi ${formatDate(input.positionDate)}, Tahun Anggaran ${input.fiscalYear}`,
    footer: `Monev Jaminan Sosial Ketenagakerjaan – ${input.regency.name}`,
    sections: [
      letterSection(input, isListSeparate(input)),
      coverageSection(input),
      budgetSection(input),
      notesSection(input),
      listSection(input),
    ],
  };
}

/**
 * The list of the unenrolled as a document of its own, for the long-list renderer.
 * @throws AppError as `buildPacket`
 */
export function buildUnenrolledList(input: PacketInput): Document {
  checkPacketInput(input);
  return {
    title: `Daftar Pekerja Belum Terdaftar ${input.regency.name}`,
    author: `Pemerintah ${input.regency.name}`,
    subject: `Data posisi ${formatDate(input.positionDate)}`,
    footer: `Daftar Pekerja Belum Terdaftar – ${input.regency.name}`,
    sections: [
      {
        id: 'belum-terdaftar',
        orientation: 'landscape',
        blocks: [
          attachmentHead(input, attachments.unenrolled),
          listHeading(input),
          unenrolledTable(input),
          signatureOf(input, true),
        ],
      },
    ],
  };
}

function coverageSection(input: PacketInput): Section {
  const { byDistrict } = input.coverage;
  const withVillages = byDistrict.some((district) => district.villages.length > 0);
  return {
    id: 'cakupan',
    orientation: 'landscape',
    blocks: [
      attachmentHead(input, attachments.coverage),
      heading(input, 'Rekapitulasi Cakupan Kepesertaan Jaminan Sosial Ketenagakerjaan'),
      segmentTable(input),
      ...personsNote(input),
      opdTable(input),
      districtTable(input),
      ...(withVillages ? [villageTable(input)] : []),
      signatureOf(input, true),
    ],
  };
}

function personsNote(input: PacketInput): Block[] {
  const several = input.coverage.personsOnSeveralRows;
  if (several === 0) return [];
  return [
    {
      kind: 'note',
      text: `Sebanyak ${formatInteger(several)} orang tercatat pada lebih dari satu baris daftar dan dihitung pada setiap baris tersebut.`,
    },
  ];
}

function budgetSection(input: PacketInput): Section {
  const { total } = input.budget;
  return {
    id: 'anggaran',
    orientation: 'landscape',
    blocks: [
      attachmentHead(input, attachments.budget),
      heading(
        input,
        `Kebutuhan Anggaran Iuran Jaminan Sosial Ketenagakerjaan Tahun Anggaran ${input.fiscalYear}`,
      ),
      budgetTable(input),
      {
        kind: 'paragraph',
        text: `Terbilang: ${rupiahInWords(total)}, untuk ${personsWithScope(input)}.`,
      },
      ...numbered('Asumsi perhitungan', input.assumptions),
      ...benefitsBlocks(input),
      signatureOf(input, true),
    ],
  };
}

function notesSection(input: PacketInput): Section {
  const { definition } = input.coverage;
  return {
    id: 'catatan',
    orientation: 'portrait',
    blocks: [
      attachmentHead(input, attachments.notes),
      heading(input, 'Catatan Konsistensi, Definisi, Sumber Data, dan Dasar Hukum'),
      consistencyTable(input),
      ...numbered('Definisi', [
        `Jumlah pekerja (penyebut): ${definition.denominator}.`,
        `Peserta aktif (pembilang): ${definition.numerator}.`,
        'Terdaftar: pekerja yang tercatat sebagai peserta BPJS Ketenagakerjaan, baik aktif maupun tidak aktif.',
        'Tidak aktif: pekerja terdaftar yang kepesertaannya berhenti atau iurannya menunggak pada tanggal posisi.',
        'Belum terdaftar: pekerja dalam daftar yang tidak ditemukan pada data kepesertaan.',
        ...unresolvedDefinition(input),
        'Cakupan aktif: peserta aktif dibagi jumlah pekerja dikali 100%, dua angka di belakang koma.',
      ]),
      ...numbered(
        'Sumber data',
        input.sources.map((source) => `${source.label}, posisi ${formatDate(source.asOf)}.`),
      ),
      ...numbered(
        'Dasar hukum',
        input.legalBasis.map((basis) => `${basis.cite} tentang ${basis.about}.`),
      ),
    ],
  };
}

function unresolvedDefinition(input: PacketInput): string[] {
  if (input.coverage.total.unresolved === 0) return [];
  return ['Perlu diperiksa: pekerja yang padanannya pada data kepesertaan belum dipastikan.'];
}

function listSection(input: PacketInput): Section {
  const separate = isListSeparate(input);
  return {
    id: 'belum-terdaftar',
    orientation: separate ? 'portrait' : 'landscape',
    blocks: [
      attachmentHead(input, attachments.unenrolled),
      listHeading(input),
      ...(separate
        ? [
            {
              kind: 'paragraph' as const,
              text: `Daftar memuat ${formatInteger(input.unenrolled.count)} pekerja dan disampaikan dalam berkas tersendiri yang merupakan bagian tidak terpisahkan dari lampiran ini.`,
            },
          ]
        : [unenrolledTable(input)]),
      signatureOf(input, true),
    ],
  };
}

function listHeading(input: PacketInput): Heading {
  return heading(
    input,
    'Daftar Pekerja Belum Terdaftar pada Program Jaminan Sosial Ketenagakerjaan',
  );
}

function heading(input: PacketInput, text: string): Heading {
  return {
    kind: 'heading',
    level: 1,
    text,
    subtitle: [input.regency.name, `Posisi ${formatDate(input.positionDate)}`],
  };
}

function numbered(title: string, items: readonly string[]): Block[] {
  if (items.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: title },
    { kind: 'list', marker: '1.', items },
  ];
}
