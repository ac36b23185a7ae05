/** The three offices for which PP 11/2019 Ps. 81 sets a least fixed income (siltap). */
export const siltapPositions = ['kepala-desa', 'sekretaris-desa', 'perangkat-desa'] as const;
export type SiltapPosition = (typeof siltapPositions)[number];

const HEAD = /^(?:(?:pj|pjs|plt)\s)?(?:kepala desa|kades|kuwu|lurah desa|petinggi)\b/;
const SECRETARY = /^(?:(?:pj|pjs|plt)\s)?(?:sekretaris desa|sekdes|carik)\b/;
const OFFICIAL =
  /^(?:kaur|kasi|kadus|kepala urusan|kepala seksi|kepala dusun|kepala kewilayahan|bayan|modin|kebayan|perangkat desa)\b/;

/** The office a roster's position means, or null for one without siltap (BPD, RT, staff) or not understood. */
export function siltapPositionOf(position: string): SiltapPosition | null {
  const words = position
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim();
  if (HEAD.test(words)) return 'kepala-desa';
  if (SECRETARY.test(words)) return 'sekretaris-desa';
  return OFFICIAL.test(words) ? 'perangkat-desa' : null;
}
