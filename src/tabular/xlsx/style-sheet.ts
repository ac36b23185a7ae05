import type { CellStyle } from '../types.ts';

/** One cell format, by indices into the lists below. */
interface Format {
  readonly font: 0 | 1 | 2 | 3;
  readonly fill: 0 | 2 | 3;
  readonly border: 0 | 1;
  readonly number: number;
  readonly align?: string;
}

const TEXT = 49;
const INTEGER = 3;
const SCIENTIFIC = 11;
const RUPIAH = 164;
const DATE = 165;
const PERCENT = 166;

/** Format 0 is what an empty cell has; `plain` is a bare string: text, so that an identifier stays one. */
const formats = {
  general: { font: 0, fill: 0, border: 0, number: 0 },
  plain: { font: 0, fill: 0, border: 0, number: TEXT },
  title: { font: 2, fill: 0, border: 0, number: TEXT, align: 'horizontal="center"' },
  header: {
    font: 1,
    fill: 2,
    border: 1,
    number: TEXT,
    align: 'horizontal="center" vertical="center" wrapText="1"',
  },
  text: { font: 0, fill: 0, border: 1, number: TEXT },
  integer: { font: 0, fill: 0, border: 1, number: INTEGER },
  rupiah: { font: 0, fill: 0, border: 1, number: RUPIAH },
  percent: { font: 0, fill: 0, border: 1, number: PERCENT },
  date: { font: 0, fill: 0, border: 1, number: DATE, align: 'horizontal="center"' },
  total: { font: 1, fill: 3, border: 1, number: INTEGER },
  'total-rupiah': { font: 1, fill: 3, border: 1, number: RUPIAH },
  note: { font: 3, fill: 0, border: 0, number: TEXT },
  scientific: { font: 0, fill: 0, border: 0, number: SCIENTIFIC },
} satisfies Record<CellStyle | 'plain', Format>;

const names = Object.keys(formats);

/** Index of a style among the cell formats that {@link stylesXml} declares. */
export const styleIndex: ReadonlyMap<string, number> = new Map(names.map((name, at) => [name, at]));

const xf = (format: Format): string => {
  const attributes = `numFmtId="${format.number}" fontId="${format.font}" fillId="${format.fill}" borderId="${format.border}"`;
  const applied = 'xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"';
  return format.align === undefined
    ? `<xf ${attributes} ${applied}/>`
    : `<xf ${attributes} ${applied} applyAlignment="1"><alignment ${format.align}/></xf>`;
};

const font = (inner: string, size = 10) =>
  `<font>${inner}<sz val="${size}"/><name val="Arial"/><family val="2"/></font>`;
const solid = (rgb: string) =>
  `<fill><patternFill patternType="solid"><fgColor rgb="${rgb}"/><bgColor indexed="64"/></patternFill></fill>`;
const side = (name: string) => `<${name} style="thin"><color rgb="FFBFBFBF"/></${name}>`;

/** The styles part: Arial, grey heads, thin grey borders, id-ID number formats. */
export function stylesXml(): string {
  const list: readonly Format[] = Object.values(formats);
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="3"><numFmt numFmtId="${RUPIAH}" formatCode="&quot;Rp&quot;#,##0"/><numFmt numFmtId="${DATE}" formatCode="dd\\-mm\\-yyyy"/><numFmt numFmtId="${PERCENT}" formatCode="0.00%"/></numFmts><fonts count="4">${font('')}${font('<b/>')}${font('<b/>', 13)}${font('<i/><color rgb="FF595959"/>', 9)}</fonts><fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${solid('FFE7E6E6')}${solid('FFF2F2F2')}</fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${list.length}">${list.map(xf).join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
}
