/** The covering letter of the packet (Permendagri 1/2023 on official correspondence). */

import { formatDate } from '../domain/civil-date.ts';
import { shareInBasisPoints } from '../domain/coverage.ts';
import { formatInteger, formatRupiah } from '../domain/format-id.ts';
import { rupiahInWords } from '../domain/terbilang.ts';
import {
  type AttachmentHead,
  type Block,
  blank,
  type Kop,
  type Section,
  type Signature,
} from './document.ts';
import { formatShare } from './format-cell.ts';
import type { PacketInput } from './packet-input.ts';

function orBlank(text: string): string {
  return text.trim() === '' ? blank : text;
}

/** Attachments in the order they are bound. */
export const attachments = {
  coverage: 'Lampiran I',
  budget: 'Lampiran II',
  notes: 'Lampiran III',
  unenrolled: 'Lampiran IV',
} as const;

/** The letter itself. `listIsSeparate`: the list of names comes as a file of its own. */
export function letterSection(input: PacketInput, listIsSeparate: boolean): Section {
  const { letter, signatory } = input;
  return {
    id: 'surat',
    orientation: 'portrait',
    blocks: [
      kopOf(input),
      {
        kind: 'letter-front',
        number: orBlank(letter.number),
        nature: letter.nature,
        attachment: '1 (satu) berkas',
        subject:
          'Penyampaian Data Monitoring dan Evaluasi Pelaksanaan Program Jaminan Sosial Ketenagakerjaan',
        place: signatory.place,
        ...(letter.date === undefined ? {} : { date: letter.date }),
        recipient: letter.recipient.length === 0 ? [blank] : letter.recipient,
        recipientPlace: letter.recipientPlace,
      },
      { kind: 'paragraph', indent: true, text: opening(input) },
      { kind: 'list', marker: 'a.', items: keyFigures(input, listIsSeparate) },
      { kind: 'paragraph', indent: true, text: reference },
      {
        kind: 'paragraph',
        indent: true,
        text: 'Demikian disampaikan, atas perhatian dan kerja samanya diucapkan terima kasih.',
      },
      signatureOf(input),
      ...tembusanOf(input),
    ],
  };
}

const reference = `Rincian data, definisi, sumber, asumsi, dan uji konsistensi tercantum dalam ${attachments.coverage} sampai dengan ${attachments.unenrolled} yang merupakan bagian tidak terpisahkan dari surat ini.`;

function kopOf({ regency }: PacketInput): Kop {
  const { office } = regency;
  const contact = [
    ...(office.phone === undefined ? [] : [`Telepon ${office.phone}`]),
    ...(office.email === undefined ? [] : [`Pos-el ${office.email}`]),
  ];
  return {
    kind: 'kop',
    government: `PEMERINTAH ${regency.name}`.toUpperCase(),
    office: office.name.toUpperCase(),
    address: [...office.addressLines, ...(contact.length === 0 ? [] : [contact.join(', ')])],
  };
}

function opening(input: PacketInput): string {
  const cites = input.legalBasis
    .filter((basis) => basis.inLetter === true)
    .map((basis) => `${basis.cite} tentang ${basis.about}`);
  const lead =
    cites.length === 0 ? 'Dalam rangka' : `Menindaklanjuti ${joinAnd(cites)}, dalam rangka`;
  return `${lead} monitoring dan evaluasi pelindungan jaminan sosial ketenagakerjaan bagi pegawai non-ASN, aparatur desa, dan pekerja rentan di ${input.regency.name}, dengan hormat kami sampaikan data posisi ${formatDate(input.positionDate)} sebagai berikut:`;
}

function keyFigures(input: PacketInput, listIsSeparate: boolean): string[] {
  const { total } = input.coverage;
  const share = formatShare(shareInBasisPoints(total.active, total.workers));
  const unresolved =
    total.unresolved === 0 ? '' : `, serta ${formatInteger(total.unresolved)} perlu diperiksa`;
  const annex = listIsSeparate
    ? `${attachments.unenrolled} (disampaikan dalam berkas tersendiri)`
    : attachments.unenrolled;
  const { total: need } = input.budget;
  return [
    `jumlah pekerja dalam daftar ${formatInteger(total.workers)} orang, dengan peserta aktif ${formatInteger(total.active)} orang (cakupan aktif ${share}%), peserta tidak aktif ${formatInteger(total.inactive)} orang, dan belum terdaftar ${formatInteger(total.unenrolled)} orang${unresolved};`,
    `kebutuhan anggaran iuran Tahun Anggaran ${input.fiscalYear} untuk ${personsWithScope(input)} sebesar ${formatRupiah(need)} (${rupiahInWords(need)}); dan`,
    total.unenrolled === 0
      ? 'tidak terdapat pekerja yang belum terdaftar.'
      : `daftar ${formatInteger(total.unenrolled)} pekerja yang belum terdaftar tercantum dalam ${annex}.`,
  ];
}

/** "1.011 orang yang belum terdaftar": whom the budget is for. */
export function personsWithScope({ budget }: PacketInput): string {
  const persons = `${formatInteger(budget.persons)} orang`;
  return budget.scope === undefined ? persons : `${persons} ${budget.scope}`;
}

function joinAnd(items: readonly string[]): string {
  if (items.length <= 2) return items.join(' dan ');
  return `${items.slice(0, -1).join(', ')}, dan ${items.at(-1)}`;
}

/** The signature block; attachments repeat place and date. */
export function signatureOf(input: PacketInput, withPlace = false): Signature {
  const { signatory, letter } = input;
  const date = letter.date === undefined ? blank : formatDate(letter.date);
  return {
    kind: 'signature',
    ...(withPlace ? { placeDate: `${signatory.place}, ${date}` } : {}),
    ...(signatory.onBehalfOf === undefined ? {} : { onBehalfOf: signatory.onBehalfOf }),
    title: orBlank(signatory.title),
    name: orBlank(signatory.name),
    ...(signatory.rank === undefined ? {} : { rank: signatory.rank }),
    ...(signatory.nip === undefined ? {} : { nip: spacedNip(signatory.nip) }),
  };
}

/** 18 digits as they are written: birth date, appointment month, sex, number. */
function spacedNip(nip: string): string {
  const parts = /^(\d{8})(\d{6})(\d)(\d{3})$/.exec(nip.replace(/\s/g, ''));
  return parts === null ? nip : parts.slice(1).join(' ');
}

function tembusanOf({ letter }: PacketInput): Block[] {
  return letter.tembusan.length === 0 ? [] : [{ kind: 'tembusan', items: letter.tembusan }];
}

/** The corner block of an attachment. */
export function attachmentHead(input: PacketInput, label: string): AttachmentHead {
  const { number, date } = input.letter;
  return {
    kind: 'attachment-head',
    label,
    signatory: orBlank(input.signatory.title),
    letterNumber: orBlank(number),
    ...(date === undefined ? {} : { letterDate: date }),
  };
}
