/** Every place a link can lead to, and the roster filter as it stands in the address. */
import {
  type Enrolment,
  type EntryStatus,
  enrolments,
  entryStatuses,
  type Roster,
  rosters,
} from '../../domain/segments.ts';

/** What narrows a roster, apart from the words typed. */
export interface RosterPlaceFilter {
  readonly unitId?: number | undefined;
  readonly enrolment?: Enrolment | undefined;
  readonly status?: EntryStatus | undefined;
}

/** Addresses inside the window. */
export const places = {
  home: '/',
  imports: '/impor',
  batch: (batchId: number) => `/impor/${batchId}`,
  roster: (roster: Roster, filter: RosterPlaceFilter = {}) =>
    `/daftar/${roster}${filterText(filter)}`,
  matching: '/pemadanan',
  review: '/pemadanan/periksa',
  budget: '/anggaran',
  packet: '/paket',
  journal: '/riwayat',
  settings: '/pengaturan',
} as const;

function filterText(filter: RosterPlaceFilter): string {
  const parts = [
    filter.unitId === undefined ? '' : `unit=${filter.unitId}`,
    filter.enrolment === undefined ? '' : `kepesertaan=${filter.enrolment}`,
    filter.status === undefined ? '' : `status=${filter.status}`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : `/${parts.join(',')}`;
}

/** Reads the filter part of a roster's address; what it does not know it leaves out. */
export function parseRosterFilter(text: string | undefined): RosterPlaceFilter {
  const parts = new Map(
    (text ?? '').split(',').map((part) => {
      const at = part.indexOf('=');
      return [part.slice(0, at), part.slice(at + 1)] as const;
    }),
  );
  const unitId = Number(parts.get('unit'));
  const enrolment = enrolments.find((one) => one === parts.get('kepesertaan'));
  const status = entryStatuses.find((one) => one === parts.get('status'));
  return {
    ...(Number.isSafeInteger(unitId) && unitId > 0 ? { unitId } : {}),
    ...(enrolment === undefined ? {} : { enrolment }),
    ...(status === undefined ? {} : { status }),
  };
}

/** The roster an address names, or `undefined` for a mistyped one. */
export function parseRoster(text: string | undefined): Roster | undefined {
  return rosters.find((one) => one === text);
}
