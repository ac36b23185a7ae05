/** Everything a Monev packet says, as plain data. Reports read no store: the engine hands all figures in. */

import type { CivilDate, Rupiah } from '../domain/brand.ts';
import type { CoverageDefinition } from '../domain/coverage.ts';
import type { FundSource, Programme, Roster } from '../domain/segments.ts';

/**
 * Heads counted at the position date. `workers` = `active` + `inactive` + `unenrolled` + `unresolved`;
 * registered workers are `active` + `inactive`. `unresolved` wait for a person's decision on a match.
 */
export interface CoverageFigures {
  readonly workers: number;
  readonly active: number;
  readonly inactive: number;
  readonly unenrolled: number;
  readonly unresolved: number;
}

export interface SegmentCoverage extends CoverageFigures {
  readonly roster: Roster;
  readonly label: string;
}

export interface UnitCoverage extends CoverageFigures {
  /** Unit code, Kemendagri code for a kecamatan or desa; empty when there is none. */
  readonly code: string;
  readonly name: string;
}

export interface DistrictCoverage extends UnitCoverage {
  /** Desa and kelurahan; their figures add up to the kecamatan's. Empty: not broken down. */
  readonly villages: readonly UnitCoverage[];
}

export interface Coverage {
  /** Who is counted, in words; printed under every coverage table. */
  readonly definition: CoverageDefinition;
  readonly total: CoverageFigures;
  /** One row a segment; they add up to `total`. */
  readonly segments: readonly SegmentCoverage[];
  /** Rows add up to the segments of the non-ASN roster. */
  readonly byOpd: readonly UnitCoverage[];
  /** Rows add up to the segments of the desa and rentan rosters. */
  readonly byDistrict: readonly DistrictCoverage[];
  /** Persons standing on more than one roster row; 0 when every row is another person. */
  readonly personsOnSeveralRows: number;
}

/** One account line for the fiscal year; one programme each, as RKA/DPA and APBDes book it. */
export interface BudgetLine {
  readonly fundSource: FundSource;
  readonly fundSourceLabel: string;
  readonly accountCode: string;
  readonly accountName: string;
  readonly programme: Programme;
  readonly persons: number;
  /** Months paid for, summed over the persons: a worker from July on counts six. */
  readonly personMonths: number;
  readonly amount: Rupiah;
}

export interface BudgetFigures {
  readonly lines: readonly BudgetLine[];
  /** Persons whose premium is budgeted, each counted once. */
  readonly persons: number;
  /** Whom it covers, to follow "… orang": "yang belum terdaftar". Absent: all workers in the lists. */
  readonly scope?: string;
  readonly total: Rupiah;
}

export interface UnenrolledWorker {
  readonly name: string;
  /** Full NIK; printed masked. `null` or empty when the roster has none. */
  readonly nik: string | null;
  readonly unit: string;
  readonly position: string;
  readonly status: string;
}

export interface RegencyProfile {
  /** Kemendagri code, "33.29". */
  readonly code: string;
  /** With its kind: "Kabupaten Brebes". */
  readonly name: string;
  readonly province: string;
  readonly office: {
    readonly name: string;
    readonly addressLines: readonly string[];
    readonly phone?: string;
    readonly email?: string;
  };
}

export interface Signatory {
  /** "a.n. Bupati Brebes"; absent when signed in one's own right. */
  readonly onBehalfOf?: string;
  readonly title: string;
  readonly name: string;
  readonly rank?: string;
  /** 18 digits, or absent for elected officials. */
  readonly nip?: string;
  /** Where letters are signed. */
  readonly place: string;
}

export interface LetterData {
  /** Empty: a blank is printed, to be filled in by the registry (Srikandi). */
  readonly number: string;
  /** Absent: a blank is printed. */
  readonly date?: CivilDate;
  /** "Biasa", "Segera", "Penting". */
  readonly nature: string;
  /** Lines after "Yth."; the first is the office addressed. */
  readonly recipient: readonly string[];
  readonly recipientPlace: string;
  readonly tembusan: readonly string[];
}

/** A regulation to be cited; `about` follows "tentang". */
export interface LegalBasis {
  readonly cite: string;
  readonly about: string;
  /** Also cited in the opening of the covering letter. */
  readonly inLetter?: boolean;
}

/** A source of figures with the day it speaks of. */
export interface FigureSource {
  readonly label: string;
  readonly asOf: CivilDate;
}

/** A benefit as it is printed; nothing here is computed. */
export interface BenefitRow {
  readonly programme: string;
  readonly title: string;
  readonly amount: string;
  readonly condition: string;
  readonly source: string;
  readonly verified: boolean;
}

export interface PacketInput {
  readonly regency: RegencyProfile;
  readonly signatory: Signatory;
  readonly letter: LetterData;
  /** Budget year, 2027. */
  readonly fiscalYear: number;
  readonly positionDate: CivilDate;
  readonly coverage: Coverage;
  readonly budget: BudgetFigures;
  /** Sentences: wage base, rates, months, rounding. */
  readonly assumptions: readonly string[];
  readonly legalBasis: readonly LegalBasis[];
  readonly sources: readonly FigureSource[];
  /**
   * Workers not yet registered. `count` equals `coverage.total.unenrolled` and the number of rows;
   * `rows` is walked several times and must start anew each time.
   */
  readonly unenrolled: { readonly count: number; readonly rows: Iterable<UnenrolledWorker> };
  /** What protection is worth, where the letter is to say it. */
  readonly benefits?: readonly BenefitRow[];
}
