/** How the queue is worked, with the matcher's own thresholds where the regency has set none. */
import { defaultThresholds } from '../../linkage/types.ts';
import { type ReviewSettings, readReviewSettings } from '../../store/review/settings.ts';
import type { ReadSql } from '../../store/store.ts';

export function reviewSettings(sql: ReadSql): ReviewSettings {
  return readReviewSettings(sql, defaultThresholds);
}
