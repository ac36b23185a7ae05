/** How a person wants a source's files to be read; kept by the key of the head, used for its next file. */
import type { ImportKind } from '../../domain/segments.ts';
import type { ReadStore, WriteSql } from '../store.ts';

/** The choices of one profile, as they stand in its JSON. */
export interface ProfileChoices {
  /** Header text → field, or null to ignore. */
  readonly mapping: Readonly<Record<string, string | null>>;
  readonly decisions: Readonly<Record<string, 'dmy' | 'mdy' | 'comma' | 'dot'>>;
  readonly encoding?: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | undefined;
  readonly delimiter?: string | undefined;
}

export interface ImportProfile extends ProfileChoices {
  readonly id: number;
  readonly kind: ImportKind;
  readonly sourceKey: string;
  /** The file whose commit it was made by. */
  readonly fileName: string;
  readonly savedAt: string;
}

interface ProfileRow {
  readonly id: number;
  readonly kind: ImportKind;
  readonly source_key: string;
  readonly file_name: string;
  readonly choices: string;
  readonly saved_at: string;
}

function profileOf(row: ProfileRow): ImportProfile {
  return {
    ...(JSON.parse(row.choices) as ProfileChoices),
    id: row.id,
    kind: row.kind,
    sourceKey: row.source_key,
    fileName: row.file_name,
    savedAt: row.saved_at,
  };
}

/** Latest first; of one kind of file when asked. */
export function listProfiles(store: ReadStore, kind: ImportKind | null = null): ImportProfile[] {
  return store.sql
    .all<ProfileRow>(
      'SELECT * FROM import_profile WHERE ? IS NULL OR kind = ? ORDER BY saved_at DESC, id DESC',
      kind,
      kind,
    )
    .map(profileOf);
}

/** Keeps a profile; an earlier one of the same source and kind is replaced. */
export function saveProfile(sql: WriteSql, profile: Omit<ImportProfile, 'id'>): void {
  const { kind, sourceKey, fileName, savedAt, mapping, decisions, encoding, delimiter } = profile;
  sql.run(
    `INSERT INTO import_profile (kind, source_key, file_name, choices, saved_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (kind, source_key) DO UPDATE
     SET file_name = excluded.file_name, choices = excluded.choices, saved_at = excluded.saved_at`,
    kind,
    sourceKey,
    fileName,
    JSON.stringify({ mapping, decisions, encoding, delimiter }),
    savedAt,
  );
}

/** Forgets a profile and gives what it was of; null when there is none of that id. */
export function forgetProfile(
  sql: WriteSql,
  id: number,
): { readonly fileName: string; readonly kind: ImportKind } | null {
  const known = sql.get<{ fileName: string; kind: ImportKind }>(
    'SELECT file_name AS fileName, kind FROM import_profile WHERE id = ?',
    id,
  );
  if (known === undefined) return null;
  sql.run('DELETE FROM import_profile WHERE id = ?', id);
  return known;
}
