/** Every place a link can lead to, and the roster filter as it stands in the address. */
import { type RosterSort, rosterSortKeys } from '../../contract/roster-routes.ts';
import {
  type Enrolment,
  type EntryStatus,
  enrolments,
  entryStatuses,
  type FundSource,
  isFundSource,
  isKnownFund,
  type Roster,
  rosters,
} from '../../domain/segments.ts';

/** What narrows a roster, apart from the words typed. */
export interface RosterPlaceFilter {
  readonly unitId?: number | undefined;
  readonly enrolment?: Enrolment | undefined;
  readonly status?: EntryStatus | undefined;
  readonly fundSource?: FundSource | undefined;
  readonly hasNik?: boolean | undefined;
  readonly position?: string | undefined;
}

/** The parts of planning. */
export const planTabs = ['banding', 'asumsi', 'target', 'manfaat'] as const;
export type PlanTab = (typeof planTabs)[number];

/** The order a roster stands in until another is asked for. */
export const nameOrder: RosterSort = { by: 'name', descending: false };

/** Addresses inside the window. */
export const places = {
  home: '/',
  imports: '/impor',
  batch: (batchId: number) => `/impor/${batchId}`,
  roster: (roster: Roster, filter: RosterPlaceFilter = {}, sort: RosterSort = nameOrder) =>
    `/daftar/${roster}${filterText(filter, sort)}`,
  matching: '/pemadanan',
  review: '/pemadanan/periksa',
  findings: (tab?: string, code?: string) =>
    `/temuan${tab === undefined ? '' : `/${tab}`}${code === undefined ? '' : `/${code}`}`,
  audit: '/pemadanan/uji-petik',
  budget: '/anggaran',
  spending: '/realisasi',
  tariff: '/tarif',
  plan: (tab: PlanTab = 'banding') => `/anggaran/rencana/${tab}`,
  packet: '/paket',
  journal: '/riwayat',
  settings: '/pengaturan',
} as const;

function filterText(filter: RosterPlaceFilter, sort: RosterSort): string {
  const parts = [
    filter.unitId === undefined ? '' : `unit=${filter.unitId}`,
    filter.enrolment === undefined ? '' : `kepesertaan=${filter.enrolment}`,
    filter.status === undefined ? '' : `status=${filter.status}`,
    filter.fundSource === undefined
      ? ''
      : `dana=${isKnownFund(filter.fundSource) ? filter.fundSource : escapeText(filter.fundSource)}`,
    filter.hasNik === undefined ? '' : `nik=${filter.hasNik ? 'ada' : 'tidak'}`,
    filter.position === undefined ? '' : `jabatan=${escapeText(filter.position)}`,
    sort.by === 'name' && !sort.descending
      ? ''
      : `urut=${sort.descending ? '-' : ''}${sortWords[sort.by]}`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : `/${parts.join(',')}`;
}

const sortWords: Readonly<Record<RosterSort['by'], string>> = {
  name: 'nama',
  unit: 'unit',
  position: 'jabatan',
  birthDate: 'lahir',
  wage: 'upah',
  status: 'status',
  enrolment: 'kepesertaan',
};

/** Text that stands in an address whatever reads it: letters, digits, and `~` with four hex digits. */
function escapeText(text: string): string {
  return text.replace(
    /[^A-Za-z0-9]/g,
    (sign) => `~${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function unescapeText(text: string): string {
  return text.replace(/~([0-9a-f]{4})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

function partsOf(text: string | undefined): ReadonlyMap<string, string> {
  return new Map(
    (text ?? '').split(',').map((part) => {
      const at = part.indexOf('=');
      return [part.slice(0, at), part.slice(at + 1)] as const;
    }),
  );
}

/** Reads the order a roster's address asks for; by name when it asks for none. */
export function parseRosterSort(text: string | undefined): RosterSort {
  const asked = partsOf(text).get('urut') ?? '';
  const descending = asked.startsWith('-');
  const word = descending ? asked.slice(1) : asked;
  const by = rosterSortKeys.find((key) => sortWords[key] === word);
  return by === undefined ? nameOrder : { by, descending };
}

/** Reads the filter part of a roster's address; what it does not know it leaves out. */
export function parseRosterFilter(text: string | undefined): RosterPlaceFilter {
  const parts = partsOf(text);
  const unitId = Number(parts.get('unit'));
  const enrolment = enrolments.find((one) => one === parts.get('kepesertaan'));
  const status = entryStatuses.find((one) => one === parts.get('status'));
  const fund = unescapeText(parts.get('dana') ?? '');
  const fundSource = isFundSource(fund) ? fund : undefined;
  const nik = parts.get('nik');
  const position = unescapeText(parts.get('jabatan') ?? '').slice(0, 80);
  return {
    ...(Number.isSafeInteger(unitId) && unitId > 0 ? { unitId } : {}),
    ...(enrolment === undefined ? {} : { enrolment }),
    ...(status === undefined ? {} : { status }),
    ...(fundSource === undefined ? {} : { fundSource }),
    ...(nik === 'ada' || nik === 'tidak' ? { hasNik: nik === 'ada' } : {}),
    ...(position === '' ? {} : { position }),
  };
}

/** The roster an address names, or `undefined` for a mistyped one. */
export function parseRoster(text: string | undefined): Roster | undefined {
  return rosters.find((one) => one === text);
}
