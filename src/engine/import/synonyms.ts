/**
 * Header texts seen in the field (SIPP workbooks, Formulir 2 and 2a, branch extracts, office lists), by the
 * field they feed. Written as people write them; compared through `headerWords`.
 */
import type { Field, IgnoredField } from './fields.ts';
import { headerKey, headerWords } from './header-text.ts';

type Known = Field | IgnoredField;

const identity: Partial<Record<Known, readonly string[]>> = {
  nik: [
    'NIK',
    'No NIK',
    'Nomor NIK',
    'No KTP',
    'No E-KTP',
    'No eKTP',
    'NIK KTP',
    'KTP',
    'Nomor KTP',
    'Nomor Identitas',
    'No Identitas',
    'NIK/Paspor',
    'NIK / No Paspor',
    'NIKPPNPN',
    'NIK Pekerja',
    'NIK Peserta',
    'Nomor Induk Kependudukan',
    'No Induk Kependudukan',
    'NIK sesuai KTP',
    'NIK KTP Elektronik',
  ],
  kpj: [
    'KPJ',
    'Nomor KPJ',
    'No KPJ',
    'Nomor Peserta',
    'No Peserta',
    'No BPJS TK',
    'No BPJS Ketenagakerjaan',
    'Nomor BPJS Ketenagakerjaan',
    'BPJS Ketenagakerjaan',
    'BPJS TK',
    'No Ref',
    'JMS',
    'Nomor Kartu Peserta',
    'No Kartu',
    'Nomor Kepesertaan',
    'No Kartu BPJS TK',
    'No Kartu Peserta Jamsostek',
  ],
  name: [
    'Nama',
    'Nama Lengkap',
    'Nama TK',
    'Nama Pekerja',
    'Nama Tenaga Kerja',
    'Nama Peserta',
    'Nama Pegawai',
    'Nama Honorer',
    'Nama Non ASN',
    'Nama Tenaga Non ASN',
    'Nama Perangkat',
    'Nama Perangkat Desa',
    'Nama Aparatur Desa',
    'Nama Penerima',
    'Nama Pekerja Rentan',
    'Nama Lengkap dan Gelar',
    'Nama Lengkap Pekerja',
    'Nama Lengkap sesuai KTP',
    'Nama sesuai KTP',
    'Nama Penduduk',
    'Nama Anggota',
    'Nama dan Gelar',
  ],
  firstName: ['Nama Depan'],
  middleName: ['Nama Tengah'],
  lastName: ['Nama Belakang', 'Nama Akhir'],
  birthDate: [
    'Tgl Lahir',
    'Tanggal Lahir',
    'TglLahir',
    'Tgl Lhr',
    'Lahir Tanggal',
    'Tanggal Kelahiran',
    'Tanggal Lahir Pekerja',
    'Date of Birth',
    'DOB',
  ],
  birthPlace: ['Tempat Lahir', 'Tmp Lahir', 'Tempat Kelahiran', 'Tpt Lahir', 'Kota Lahir'],
  placeAndDate: [
    'TTL',
    'Tempat Tanggal Lahir',
    'Tempat Tgl Lahir',
    'Tempat dan Tanggal Lahir',
    'Tempat dan Tgl Lahir',
    'Tempat / Tgl Lahir',
    'Tmpt Tgl Lahir',
  ],
  sex: [
    'Jenis Kelamin',
    'JK',
    'L/P',
    'Kelamin',
    'Gender',
    'Jns Kelamin',
    'Sex',
    'Jenis Kel',
    'J/K',
  ],
  address: [
    'Alamat',
    'Alamat Lengkap',
    'Alamat Rumah',
    'Alamat Domisili',
    'Alamat KTP',
    'Alamat Tinggal',
  ],
  phone: [
    'HP',
    'No HP',
    'No Handphone',
    'No Telp',
    'Nomor HP',
    'Telepon',
    'No Telepon',
    'Nomor Telepon',
    'No WA',
    'No HP/WA',
    'Handphone',
  ],
};

const work: Partial<Record<Known, readonly string[]>> = {
  unit: [
    'OPD',
    'SKPD',
    'Perangkat Daerah',
    'Nama OPD',
    'Instansi',
    'Nama Instansi',
    'Dinas',
    'Dinas/Instansi',
    'OPD/Instansi',
    'OPD/Unit Kerja',
    'Organisasi Perangkat Daerah',
    'Nama Perangkat Daerah',
    'Asal OPD',
    'Asal Instansi',
  ],
  workplace: [
    'Unit Kerja',
    'Tempat Tugas',
    'Unit',
    'Satuan Kerja',
    'Sub Unit',
    'Sekolah',
    'Tempat Kerja',
    'Lokasi Tugas',
    'Unit Organisasi',
    'UPT',
    'UPTD',
  ],
  kecamatan: ['Kecamatan', 'Kec', 'Nama Kecamatan', 'Kec.'],
  desa: [
    'Desa',
    'Kelurahan',
    'Desa/Kelurahan',
    'Desa/Kel',
    'Nama Desa',
    'Kel/Desa',
    'Kelurahan/Desa',
    'Nama Desa/Kelurahan',
    'Desa Kelurahan',
    'Ds/Kel',
    'Alamat Desa',
  ],
  position: [
    'Jabatan',
    'Nama Jabatan',
    'Jabatan/Tugas',
    'Tugas',
    'Formasi',
    'Jabatan dalam Lembaga',
    'Jenis Jabatan',
    'Jabatan Perangkat',
    'Unsur',
  ],
  jobKind: [
    'Jenis Pekerjaan',
    'Pekerjaan',
    'Profesi',
    'Mata Pencaharian',
    'Jenis Usaha',
    'Jenis Tenaga',
    'Jenis Non ASN',
    'Kategori',
    'Jenis Honorer',
    'Kategori Pekerja',
  ],
  wage: [
    'Upah',
    'Data Upah',
    'Jumlah Upah',
    'Upah Bulan Ini',
    'Gaji',
    'Honor',
    'Honorarium',
    'Upah/Bulan',
    'Gaji/Bulan',
    'Gaji Pokok',
    'Upah Sebulan',
    'Honor per Bulan',
    'Upah per Bulan',
    'Gaji per Bulan',
    'Siltap',
    'Penghasilan Tetap',
    'Penghasilan',
    'Penghasilan per Bulan',
    'Upah yang Dilaporkan',
    'Upah Terakhir',
    'Besaran Honor',
  ],
  fundSource: ['Sumber Dana', 'Sumber Anggaran', 'Pendanaan', 'Sumber Pembiayaan', 'Dana'],
  startDate: [
    'TMT',
    'Tgl Awal Bekerja',
    'Tanggal Mulai Bekerja',
    'TMT Kerja',
    'TMT SK',
    'Mulai Bekerja',
    'Tanggal Masuk',
    'Tgl Mulai Kerja',
    'TMT Pengangkatan',
    'Tanggal Pengangkatan',
    'Mulai Tugas',
  ],
  endDate: ['Tgl Akhir Kontrak', 'Akhir Masa Jabatan', 'Tanggal Berakhir', 'Akhir Kontrak'],
  decree: [
    'No SK',
    'Nomor SK',
    'SK',
    'SK Pengangkatan',
    'No SK Pengangkatan',
    'Dasar SK',
    'NIP/SK',
    'Nomor dan Tanggal SK',
    'No/Tgl SK',
  ],
  desil: ['Desil', 'Desil DTSEN', 'Desil Kesejahteraan', 'Peringkat Desil'],
  note: ['Keterangan', 'Ket', 'Catatan'],
};

const membership: Partial<Record<Known, readonly string[]>> = {
  npp: [
    'NPP',
    'No NPP',
    'Nomor NPP',
    'Nomor Pendaftaran Perusahaan',
    'Kode Perusahaan',
    'Kode Pemberi Kerja',
  ],
  employer: [
    'Nama PRS',
    'NAMAPRS',
    'Nama Perusahaan',
    'Nama Pemberi Kerja',
    'Nama Pemberi Kerja/Wadah/Mitra',
    'Nama Unit Kerja/Kesatuan',
    'Pemberi Kerja',
    'Perusahaan',
    'Wadah',
    'Nama Wadah',
  ],
  programme: ['NM PRG', 'Nama Program', 'Program', 'Kode Paket', 'Paket', 'Nm Program'],
  jkk: ['JKK', 'Iuran JKK', 'Program JKK'],
  jkm: ['JKM', 'Iuran JKM', 'Program JKM', 'JK', 'Iuran JK'],
  jht: [
    'JHT',
    'Iuran JHT',
    'Program JHT',
    'JHT Pemberi Kerja',
    'Iuran JHT Pemberi Kerja',
    'JHT PRSH',
    'Iuran JHT PRSH',
    'JHT Perusahaan',
  ],
  jhtWorker: ['JHT TK', 'Iuran JHT TK', 'JHT Pekerja', 'Iuran JHT Pekerja', 'JHT Tenaga Kerja'],
  jp: [
    'JP',
    'Iuran JP',
    'Program JP',
    'JP Pemberi Kerja',
    'Iuran JP Pemberi Kerja',
    'JP Perusahaan',
  ],
  jpWorker: ['JP TK', 'Iuran JP TK', 'JP Pekerja', 'Iuran JP Pekerja', 'JP Tenaga Kerja'],
  contribution: ['Jumlah Iuran', 'Total Iuran', 'Iuran', 'Jumlah Seluruh Iuran'],
  joinedOn: [
    'Tgl Kepesertaan',
    'Tgl Kepesertaan1',
    'Tanggal Kepesertaan',
    'Tgl Kepesertaan 1',
    'Tanggal Daftar',
    'Tgl Daftar',
    'Tgl Mulai Kepesertaan',
  ],
  endedOn: [
    'Tgl NA',
    'Tgl Berakhir',
    'Tanggal Berakhir',
    'Tgl Non Aktif',
    'Tanggal Nonaktif',
    'Tgl Nonaktif',
    'Tanggal NA',
  ],
  graceUntil: ['Masa Grace', 'Grace', 'Tgl Grace', 'Masa Grace Period', 'Grace Period'],
};

const ignored: Partial<Record<Known, readonly string[]>> = {
  number: ['No', 'Nomor', 'No Urut', 'Nomor Urut', 'Urut', 'Nmr'],
  kk: ['No KK', 'Nomor KK', 'KK', 'NoKK', 'Nomor Kartu Keluarga', 'No Kartu Keluarga'],
  motherName: ['Nama Ibu Kandung', 'Nama Ibu', 'Ibu Kandung'],
  marital: ['Status Kawin', 'Status Nikah', 'Status Perkawinan', 'Kawin', 'SHDK'],
  title: ['Gelar', 'Gelar Depan', 'Gelar Belakang'],
  age: ['Umur', 'Usia'],
  email: ['Email', 'Alamat Email'],
  rapel: ['Rapel', 'Jumlah Rapel'],
  wageTotal: ['Total', 'Upah Bulan Lalu', 'Selisih'],
  signature: ['Tanda Tangan', 'TTD', 'Paraf'],
  other: [
    'No Pegawai',
    'Nomor Pegawai',
    'Kode TK',
    'Kode Divisi',
    'Kode Segmen',
    'Segmen',
    'Jenis Identitas',
    'Masa Laku Identitas',
    'Surat Menyurat ke',
    'Golongan Darah',
    'NPWP',
    'Kode Negara',
    'Kode Pos',
    'Lokasi Pekerjaan',
    'Status Pegawai',
    'Telepon Area Rumah',
    'Telepon Rumah',
    'Telepon Area Kantor',
    'Telepon Kantor',
    'Telepon Ext Kantor',
    'Pendidikan',
    'Agama',
    'RT',
    'RW',
    'RT/RW',
    'Dusun',
    'Nama Wali',
    'Uraian',
    'JKP Pemberi Kerja',
    'JKP Pemerintah',
    'Iuran Dibayar Perusahaan',
    'Iuran Dibayar TK',
    'NIP',
    'Status',
    'K i',
  ],
};

interface SynonymTable {
  readonly byKey: ReadonlyMap<string, Known>;
  /** Multi-word synonyms, longest first, for headers that say more than they need to. */
  readonly phrases: readonly (readonly [words: string, field: Known])[];
}

/** Words after which a known beginning speaks of somebody else, or of something else. */
const turnsAway =
  /\b(AYAH|IBU|SUAMI|ISTRI|ISTERI|PASANGAN|ANAK|WALI|KEPALA|AHLI|KK|PIC|PENDAMPING|SK|SEBELUM|LALU|PERUSAHAAN|PEMBERI)\b/;

function build(): SynonymTable {
  const byKey = new Map<string, Known>();
  const phrases: [string, Known][] = [];
  for (const group of [identity, work, membership, ignored]) {
    for (const [field, texts] of Object.entries(group) as [Known, readonly string[]][]) {
      for (const text of texts) {
        const words = headerWords(text);
        if (!byKey.has(headerKey(text))) byKey.set(headerKey(text), field);
        if (words.includes(' ') && words.length >= 7) phrases.push([words, field]);
      }
    }
  }
  phrases.sort((a, b) => b[0].length - a[0].length);
  return { byKey, phrases };
}

const table = build();

/** The field of a header text that is known as it stands. */
export function exactField(text: string): Known | null {
  return table.byKey.get(headerKey(text)) ?? null;
}

/** The field a header text names, or null when the text is not known. */
export function knownField(text: string): Known | null {
  const key = headerKey(text);
  if (key === '') return null;
  const exact = table.byKey.get(key);
  if (exact !== undefined) return exact;
  const words = headerWords(text);
  for (const [phrase, field] of table.phrases) {
    if (words.startsWith(`${phrase} `) && !turnsAway.test(words.slice(phrase.length))) return field;
  }
  return null;
}
