/** The life of a roster entry: which status may follow which, and why somebody leaves a list. */
import type { EntryStatus } from './segments.ts';

/** Why somebody leaves a roster. `ganda`: the same person stands on another row. */
export const leaveReasons = ['meninggal', 'pindah', 'pensiun', 'diangkat-asn', 'ganda'] as const;
export type LeaveReason = (typeof leaveReasons)[number];

/**
 * Proposed, checked, registered, active: nobody is registered unchecked. Whoever is found in BPJS data may be called
 * active without having been registered from here. Leaving is open from everywhere; coming back starts over.
 */
const following: Readonly<Record<EntryStatus, readonly EntryStatus[]>> = {
  diusulkan: ['terverifikasi', 'keluar'],
  terverifikasi: ['diusulkan', 'didaftarkan', 'aktif', 'keluar'],
  didaftarkan: ['terverifikasi', 'aktif', 'nonaktif', 'keluar'],
  aktif: ['menunggak', 'nonaktif', 'keluar'],
  menunggak: ['aktif', 'nonaktif', 'keluar'],
  nonaktif: ['didaftarkan', 'aktif', 'keluar'],
  keluar: ['diusulkan'],
};

/** The statuses an entry may be given next; none for a person who has died. */
export function nextStatuses(from: EntryStatus, deceased: boolean): readonly EntryStatus[] {
  if (!deceased) return following[from];
  return from === 'keluar' ? [] : ['keluar'];
}

/** True when the reason fits the status: leaving needs one, nothing else has one. */
export function reasonFits(status: EntryStatus, reason: LeaveReason | null): boolean {
  return (status === 'keluar') === (reason !== null);
}
