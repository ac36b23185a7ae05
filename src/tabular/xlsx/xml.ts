/** The few XML and OOXML conventions that cell text needs; a spreadsheet's parts never need more. */

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

function decodeEntity(whole: string, body: string): string {
  if (!body.startsWith('#')) return entities[body] ?? whole;
  const hex = body[1] === 'x' || body[1] === 'X';
  const code = Number.parseInt(body.slice(hex ? 2 : 1), hex ? 16 : 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

/** Resolves the five named entities and character references; nothing else is ever expanded. */
export function decodeXml(text: string): string {
  return text.includes('&')
    ? text.replace(/&(#[xX]?[0-9a-fA-F]{1,7}|[a-z]{2,4});/g, decodeEntity)
    : text;
}

/** Content of a `<t>` element: entities, CDATA, OOXML's `_x000D_` escapes, XML line ends. */
export function decodeCellText(text: string): string {
  const plain = text.includes('<![CDATA[')
    ? text
        .split(/<!\[CDATA\[([\s\S]*?)\]\]>/)
        .map((part, at) => (at % 2 === 1 ? part : decodeXml(part)))
        .join('')
    : decodeXml(text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);
  if (!plain.includes('_x')) return plain;
  return plain.replace(/_x([0-9a-fA-F]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** Text of one shared or inline string: all `<t>` of it, without the phonetic runs. `p` is the prefix. */
export function joinRuns(xml: string, p: string): string {
  const close = `</${p}t>`;
  const body = xml.includes(`<${p}rPh`)
    ? xml.replace(new RegExp(`<${p}rPh[\\s>][\\s\\S]*?</${p}rPh>`, 'g'), '')
    : xml;
  let text = '';
  let at = 0;
  for (;;) {
    at = body.indexOf(`<${p}t`, at);
    if (at < 0) return text;
    at += 2 + p.length;
    const after = body.charCodeAt(at);
    if (after !== 62 && after !== 32 && after !== 47) continue;
    const open = body.indexOf('>', at);
    if (open < 0) return text;
    at = open + 1;
    if (body.charCodeAt(open - 1) === 47) continue;
    const end = body.indexOf(close, at);
    if (end < 0) return text;
    text += decodeCellText(body.slice(at, end));
    at = end;
  }
}

/** Every element of one local name in a small part, with its attributes (prefixes of names dropped). */
export function* elements(xml: string, name: string): Generator<ReadonlyMap<string, string>> {
  const tag = new RegExp(`<(?:[\\w.-]+:)?${name}(?=[\\s/>])((?:[^>"']|"[^"]*"|'[^']*')*)>`, 'g');
  for (const match of xml.matchAll(tag)) {
    const attributes = new Map<string, string>();
    for (const pair of (match[1] ?? '').matchAll(/([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
      attributes.set(pair[1] ?? '', decodeXml(pair[2] ?? pair[3] ?? ''));
    }
    yield attributes;
  }
}

/** Namespace prefix, with its colon, that a part puts before its own elements; mostly `''`. */
export function prefixOf(xml: string, root: string): string {
  const match = new RegExp(`<(?:([\\w.-]+):)?${root}[\\s/>]`).exec(xml);
  return match?.[1] === undefined ? '' : `${match[1]}:`;
}
