/** What a file that is no table seems to be, so that the advice can name the way out. */

export const foreignKinds = [
  'pdf',
  'word',
  'rtf',
  'image',
  'archive',
  'slides',
  'xlsb',
  'numbers',
  'web-page',
  'xml',
] as const;
export type ForeignKind = (typeof foreignKinds)[number];

const beginnings: readonly (readonly [ForeignKind, readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x47, 0x49, 0x46, 0x38]],
  ['archive', [0x52, 0x61, 0x72, 0x21]],
  ['archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['archive', [0x1f, 0x8b]],
];

/** By a file's first bytes; null when they say nothing. */
export function foreignByHead(head: Buffer): ForeignKind | null {
  const start = head.subarray(0, 512).toString('latin1').trimStart();
  if (/^<\?xml/i.test(start)) return 'xml';
  if (/^<(?:!doctype html|html)/i.test(start)) return 'web-page';
  const found = beginnings.find(([, bytes]) => bytes.every((byte, at) => head[at] === byte));
  return found?.[0] ?? null;
}

/** By the names of an archive's parts. */
export function foreignByParts(names: Iterable<string>): ForeignKind {
  for (const name of names) {
    if (/^word\//i.test(name)) return 'word';
    if (/^ppt\//i.test(name)) return 'slides';
    if (/^xl\/workbook\.bin$/i.test(name)) return 'xlsb';
    if (/\.iwa$/i.test(name)) return 'numbers';
  }
  return 'archive';
}

/** By the names of an OLE2 container's streams. */
export function foreignByStreams(bytes: Buffer): ForeignKind | null {
  const has = (name: string) => bytes.includes(Buffer.from(name, 'utf16le'));
  if (has('WordDocument')) return 'word';
  return has('PowerPoint Document') ? 'slides' : null;
}

/** Parameters of `file.unsupported`. */
export function looksLike(kind: ForeignKind | null): { readonly looksLike?: ForeignKind } {
  return kind === null ? {} : { looksLike: kind };
}
