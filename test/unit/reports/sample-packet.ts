/** A synthetic regency's packet: figures invented, NIK sequences 9xxx. */
import type { CivilDate, Rupiah } from '../../../src/domain/brand.ts';
import type {
  BudgetLine,
  CoverageFigures,
  DistrictCoverage,
  PacketInput,
  SegmentCoverage,
  UnenrolledWorker,
  UnitCoverage,
} from '../../../src/reports/packet-input.ts';

export const createdAt = new Date('2026-11-02T03:04:05Z');
export const resources = new URL('../../../resources/', import.meta.url).pathname;

const figures = (active: number, inactive: number, unenrolled: number): CoverageFigures => ({
  workers: active + inactive + unenrolled,
  active,
  inactive,
  unenrolled,
  unresolved: 0,
});

export function sum(parts: readonly CoverageFigures[]): CoverageFigures {
  return parts.reduce(
    (total, part) =>
      figures(
        total.active + part.active,
        total.inactive + part.inactive,
        total.unenrolled + part.unenrolled,
      ),
    figures(0, 0, 0),
  );
}

const opdNames = [
  'Sekretariat Daerah',
  'Dinas Pendidikan, Kepemudaan dan Olahraga',
  'Dinas Kesehatan',
  'RSUD Suka Waras',
  'Dinas Pekerjaan Umum dan Penataan Ruang',
  'Satuan Polisi Pamong Praja',
  'Dinas Lingkungan Hidup dan Pengelolaan Sampah',
  'Dinas Pertanian dan Ketahanan Pangan',
];

export function sampleUnits(count: number, name: (i: number) => string): UnitCoverage[] {
  return Array.from({ length: count }, (_, i) => ({
    code: `${i + 1}`,
    name: name(i),
    ...figures(40 + ((i * 37) % 290), (i * 7) % 13, 5 + ((i * 11) % 60)),
  }));
}

function sampleDistricts(districts: number, villages: number): DistrictCoverage[] {
  return Array.from({ length: districts }, (_, d) => {
    const rows = sampleUnits(villages, (v) => `Desa Contoh ${d + 1}-${v + 1}`);
    return { code: `99.01.${d + 1}`, name: `Contoh ${d + 1}`, villages: rows, ...sum(rows) };
  });
}

function line(
  source: BudgetLine['fundSource'],
  label: string,
  accountCode: string,
  programme: BudgetLine['programme'],
  persons: number,
  each: number,
): BudgetLine {
  const of = programme === 'jkk' ? 'Kecelakaan Kerja' : 'Kematian';
  return {
    fundSource: source,
    fundSourceLabel: label,
    accountCode,
    accountName: `Belanja Iuran Jaminan ${of} bagi Non ASN`,
    programme,
    persons,
    personMonths: persons * 12,
    amount: (persons * 12 * each) as Rupiah,
  };
}

export function worker(i: number, name = `Pekerja Contoh ${i + 1}`): UnenrolledWorker {
  return {
    name,
    nik: `9901${String(10_101_90 + (i % 50)).padStart(8, '0')}${9000 + (i % 1000)}`,
    unit: `Desa Contoh ${(i % 7) + 1}, Kecamatan Contoh ${(i % 3) + 1}`,
    position: ['Kepala Dusun', 'Guru Honorer', 'Petani', 'Ketua RT'][i % 4] ?? '',
    status: 'Belum terdaftar',
  };
}

export interface SampleOptions {
  readonly districts?: number;
  readonly villages?: number;
  readonly names?: readonly string[];
}

/** A packet that adds up. */
export function samplePacket(options: SampleOptions = {}): PacketInput {
  const byOpd = sampleUnits(opdNames.length, (i) => opdNames[i] ?? '');
  const byDistrict = sampleDistricts(options.districts ?? 3, options.villages ?? 9);
  const placed = sum(byDistrict);
  const desa = figures(
    Math.floor(placed.active / 2),
    Math.floor(placed.inactive / 3),
    Math.floor(placed.unenrolled / 4),
  );
  const rentan = figures(
    placed.active - desa.active,
    placed.inactive - desa.inactive,
    placed.unenrolled - desa.unenrolled,
  );
  const segments: SegmentCoverage[] = [
    { roster: 'non-asn', label: 'Pegawai Non-ASN', ...sum(byOpd) },
    { roster: 'desa', label: 'Aparatur Desa (kepala desa, perangkat, BPD, RT/RW)', ...desa },
    { roster: 'rentan', label: 'Pekerja Rentan/Informal', ...rentan },
  ];
  const total = sum(segments);
  const lines = [
    line('apbd-dau', 'APBD – DAU', '5.1.02.02.02.0006', 'jkk', segments[0]?.workers ?? 0, 4853),
    line('apbd-dau', 'APBD – DAU', '5.1.02.02.02.0007', 'jkm', segments[0]?.workers ?? 0, 6067),
    line('add', 'Alokasi Dana Desa', '5.1.3.04', 'jkk', desa.workers, 4853),
    line('add', 'Alokasi Dana Desa', '5.1.3.04', 'jkm', desa.workers, 6067),
    line('dbhcht', 'DBHCHT', '5.1.02.02.02.0006', 'jkk', rentan.workers, 10_000),
    line('dbhcht', 'DBHCHT', '5.1.02.02.02.0007', 'jkm', rentan.workers, 6800),
  ];
  return {
    regency: {
      code: '99.01',
      name: 'Kabupaten Contoh',
      province: 'Jawa Contoh',
      office: {
        name: 'Sekretariat Daerah',
        addressLines: ['Jalan Merdeka Nomor 1, Kota Contoh 59901'],
        phone: '(0299) 123456',
        email: 'setda@contohkab.example',
      },
    },
    signatory: {
      onBehalfOf: 'a.n. BUPATI CONTOH',
      title: 'Sekretaris Daerah Kabupaten Contoh',
      name: 'Drs. Contoh Nama Pejabat, M.Si.',
      rank: 'Pembina Utama Madya (IV/d)',
      nip: '197001011995039001',
      place: 'Kota Contoh',
    },
    letter: {
      number: '500.15.13.3/9001/2026',
      date: '2026-11-02' as CivilDate,
      nature: 'Penting',
      recipient: [
        'Gubernur Jawa Contoh',
        'c.q. Kepala Dinas Tenaga Kerja dan Transmigrasi Provinsi Jawa Contoh',
      ],
      recipientPlace: 'Ibukota Contoh',
      tembusan: [
        'Bupati Contoh (sebagai laporan);',
        'Kepala Kantor Cabang BPJS Ketenagakerjaan Contoh;',
        'Kepala Bapperida Kabupaten Contoh.',
      ],
    },
    fiscalYear: 2027,
    positionDate: '2026-10-31' as CivilDate,
    coverage: {
      definition: {
        numerator: 'pekerja dalam daftar yang berstatus peserta aktif pada tanggal posisi',
        denominator: 'pekerja dalam tiga daftar pemerintah kabupaten pada tanggal posisi',
      },
      total,
      segments,
      byOpd,
      byDistrict,
      personsOnSeveralRows: 12,
    },
    budget: {
      lines,
      persons: total.workers,
      total: lines.reduce((n, { amount }) => n + amount, 0) as Rupiah,
    },
    assumptions: [
      'Upah dasar aparatur desa memakai penghasilan tetap minimum Rp2.022.200 per bulan.',
      'Iuran pekerja rentan Rp16.800 per orang per bulan (JKK Rp10.000 dan JKM Rp6.800).',
      'Pembulatan per komponen ke rupiah terdekat; iuran dibayar 12 bulan.',
    ],
    legalBasis: [
      {
        cite: 'Instruksi Presiden Nomor 2 Tahun 2021',
        about: 'Optimalisasi Pelaksanaan Program Jaminan Sosial Ketenagakerjaan',
        inLetter: true,
      },
      {
        cite: 'Surat Edaran Menteri Dalam Negeri Nomor 842.2/5193/SJ tanggal 23 September 2021',
        about: 'pelaksanaan program jaminan sosial ketenagakerjaan di daerah',
        inLetter: true,
      },
      {
        cite: 'Undang-Undang Nomor 24 Tahun 2011',
        about: 'Badan Penyelenggara Jaminan Sosial',
      },
    ],
    sources: [
      { label: 'daftar pekerja perangkat daerah dan desa', asOf: '2026-10-28' as CivilDate },
      {
        label: 'data kepesertaan BPJS Ketenagakerjaan Cabang Contoh',
        asOf: '2026-10-31' as CivilDate,
      },
    ],
    unenrolled: {
      count: total.unenrolled,
      rows: Array.from({ length: total.unenrolled }, (_, i) => worker(i, options.names?.[i])),
    },
  };
}
