/** What a BPJS file says of itself: whose list it is and for which month. */
import type { ImportKind } from '../../domain/segments.ts';
import { isRosterKind } from './fields.ts';
import type { OpenedFile } from './open-file.ts';

/** NPP, employer and period when all sheets agree on them; several employers in one file leave them out. */
export function bpjsFactsOf(
  kind: ImportKind,
  { layouts, used }: OpenedFile,
  npps: ReadonlySet<string>,
): Record<string, string> {
  if (isRosterKind(kind)) return {};
  const facts = layouts.filter(({ sheet }) => used.has(sheet.index)).map((layout) => layout.facts);
  const only = (values: Iterable<string | undefined>): string | undefined => {
    const different = new Set([...values].filter((value) => value !== undefined));
    return different.size === 1 ? [...different][0] : undefined;
  };
  const found = {
    npp: kind === 'bpjs-nik' ? undefined : only(npps),
    employer: only(facts.map(({ employer }) => employer)),
    period: only(facts.map(({ period }) => period)),
  };
  return Object.fromEntries(
    Object.entries(found).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}
