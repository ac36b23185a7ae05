/** The regulations a packet cites, kept as data per fiscal year with confidence and source. */
import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { AppError } from '../domain/app-error.ts';
import type { LegalBasis } from './packet-input.ts';

const fileSchema = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      cite: z.string(),
      about: z.string(),
      fromYear: z.number().int(),
      toYear: z.number().int().nullable(),
      confidence: z.enum(['V', 'M', 'U']),
      source: z.string(),
      inLetter: z.boolean().optional(),
    }),
  ),
});

/**
 * Regulations in force for a fiscal year, in the order of the file; entries marked `U` (uncertain) are
 * kept in the file but never printed.
 * @throws AppError `file.missing` or `file.damaged`
 */
export function loadLegalBasis(path: string, fiscalYear: number): LegalBasis[] {
  return readItems(path)
    .filter((item) => item.confidence !== 'U')
    .filter((item) => item.fromYear <= fiscalYear && fiscalYear <= (item.toYear ?? fiscalYear))
    .map(({ cite, about, inLetter }) => ({ cite, about, inLetter: inLetter === true }));
}

function readItems(path: string) {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw new AppError('file.missing', { at: { file: path }, cause });
  }
  try {
    return fileSchema.parse(JSON.parse(text)).items;
  } catch (cause) {
    throw new AppError('file.damaged', { at: { file: path }, cause });
  }
}
