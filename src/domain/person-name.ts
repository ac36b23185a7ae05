/** A name taken apart for display; matching has its own normaliser. */
export interface PersonNameParts {
  /** Titles before the name: `H.`, `Drs.`, `dr.` */
  readonly front: readonly string[];
  /** The name itself, spelling and case as found. */
  readonly core: string;
  /** Degrees after the name: `S.Pd.`, `A.Md.Keb.` */
  readonly back: readonly string[];
  /** The name is marked `Alm.` or `Almh.`: a hint that the person has died, to be checked. */
  readonly deceasedHint: boolean;
}

const DECEASED = /(?:^|[\s(,])(?:alm(?:arhum(?:ah)?)?|almh)(?=[\s.),]|$)[.)]*/i;
const FRONT =
  /^(?:h|hj|kh|k\.h|hm|drs|dra|dr|drg|drh|ir|prof|ust|ustadz|ustadzah|r|rr|rd|ny|tn|sdr|sdri|bpk|ibu)\.\s*/i;
const FRONT_WORD = /^(?:haji|hajah|hajjah|profesor|bapak|ibu|sdri|sdr|drs|dra|ir|hj|kh)\s+/i;
/** A degree: letters with at least one dot between or after them, or one of the common dotless spellings. */
const DEGREE =
  /^(?:[a-z]{1,4}\.(?:\s?[a-z]{1,6}\.?){0,4}|s(?:pd|pdi|pdsd|e|h|ip|sos|km|kep|kom|ag|t|pt|p|si|tp)|mm|mpd|msi|mh|mkes|ama|amd|amkeb|amk|ners|apt)$/i;

function takeFront(text: string): { front: string[]; rest: string } {
  const front: string[] = [];
  let rest = text;
  for (;;) {
    const match = FRONT.exec(rest) ?? FRONT_WORD.exec(rest);
    if (match === null || match[0].length >= rest.length) return { front, rest };
    front.push(match[0].trim());
    rest = rest.slice(match[0].length);
  }
}

/**
 * Splits a roster's name cell into titles, name and degrees, and notes `Alm.`. Nothing is re-spelled. Degrees count as
 * such after a comma, or at the end when dotted (`Siti Aminah S.Pd.I`). A single remaining word is always the name.
 */
export function splitPersonName(cell: string): PersonNameParts {
  const tidy = cell
    .normalize('NFC')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
  const living = tidy
    .replace(DECEASED, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,]+|[\s,(]+$/g, '');
  const { front, rest } = takeFront(living);
  const [name = '', ...afterCommas] = rest.split(/\s*,\s*/);
  const back = afterCommas.filter((part) => part !== '');
  const words = name.split(' ');
  while (words.length > 1) {
    const last = words.at(-1) ?? '';
    if (!last.includes('.') || !/[a-z]\.[a-z]/i.test(last) || !DEGREE.test(last)) break;
    back.unshift(last);
    words.pop();
  }
  return { front, core: words.join(' '), back, deceasedHint: DECEASED.test(tidy) };
}
