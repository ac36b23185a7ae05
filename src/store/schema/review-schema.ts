/** The tables of 0001/review-tables.ts as Kysely sees them. */
import type { Generated } from 'kysely';

export interface LinkReviewTable {
  link_id: number;
  person_id: number;
  membership_id: number;
  place: number;
  pair_key: string;
  left_key: string;
  right_key: string;
  fields: number;
  money: number;
  needs_look: number;
  base_class: string;
  waterfall: Buffer | null;
  voted_by: string | null;
  disputed: Generated<number>;
}

export interface LinkRivalTable {
  id: Generated<number>;
  person_id: number;
  membership_id: number;
  probability: number;
  weight: number;
  evidence: number;
  waterfall: Buffer;
}

export interface LinkBandTable {
  class: string;
  band: number;
  links: number;
  doubt: number;
}

export interface ReviewSettingTable {
  id: number;
  accept: number;
  review: number;
  blind: number;
  two_person: number;
}

export interface ReviewFilterTable {
  id: Generated<number>;
  name: string;
  filter: string;
}

export interface ReviewVoteTable {
  id: Generated<number>;
  left_key: string;
  right_key: string;
  round: number;
  operator: string;
  decision: 'same' | 'different';
  note: string | null;
  voted_at: string;
}

export interface AuditSampleTable {
  id: Generated<number>;
  run_id: number;
  as_of: string;
  taken_at: string;
  seed: number;
  engine_version: string;
  population: string;
}

export interface AuditItemTable {
  id: Generated<number>;
  sample_id: number;
  seq: number;
  class: string;
  probability: number;
  evidence: number;
  records: string;
  label: 'same' | 'different' | 'unsure' | null;
  operator: string | null;
  labelled_at: string | null;
}

export interface ReviewSentTable {
  pair_key: string;
  left_key: string;
  right_key: string;
  run_id: number;
  file: string;
  sent_at: string;
}

export interface ReviewSchema {
  link_review: LinkReviewTable;
  link_rival: LinkRivalTable;
  link_band: LinkBandTable;
  review_setting: ReviewSettingTable;
  review_filter: ReviewFilterTable;
  review_vote: ReviewVoteTable;
  audit_sample: AuditSampleTable;
  audit_item: AuditItemTable;
  review_sent: ReviewSentTable;
}
