/** The goals of the bench, printed beside its figures; nothing here can fail a build. */
import type { Profile } from './errors.ts';

export interface Goals {
  readonly f1: number;
  readonly precision: number;
  readonly calibration: number;
  readonly review: number;
}

const f1: Readonly<Record<Profile, readonly [withPlaces: number, without: number]>> = {
  typical: [0.9995, 0.999],
  bad: [0.998, 0.996],
  none: [0.996, 0.991],
};
const review: Readonly<Record<Profile, number>> = { typical: 0.003, bad: 0.008, none: 0.02 };

/** Goals for a profile, with or without places in the export. */
export function goalsFor(profile: Profile, places: boolean): Goals {
  return {
    f1: f1[profile][places ? 0 : 1],
    precision: 0.9995,
    calibration: 0.005,
    review: review[profile],
  };
}

/** Goals of time and memory, by rows and way in, as text. */
export function speedGoal(rows: number, isStore: boolean): string {
  if (rows >= 1_000_000) return isStore ? '20 s, 800 MB' : '16 s, 650 MB';
  return rows >= 100_000 ? '3 s' : 'none';
}

/** A figure with its goal and whether it was reached. */
export function besideGoal(value: number, goal: number, atLeast: boolean, digits = 5): string {
  const reached = atLeast ? value >= goal : value <= goal;
  const sign = atLeast ? 'at least' : 'at most';
  return `${value.toFixed(digits)}  (goal ${sign} ${goal}: ${reached ? 'reached' : 'MISSED'})`;
}
