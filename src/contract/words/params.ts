/** Parameters that travel beside a code, read safely into a sentence. */
import { formatInteger } from '../../domain/format-id.ts';

export type WordParams = Readonly<Record<string, string | number | readonly string[]>>;

/** A parameter as text, or `fallback` when it did not come. */
export function textOf(params: WordParams, name: string, fallback = ''): string {
  const value = params[name];
  if (value === undefined) return fallback;
  if (typeof value === 'number') return formatInteger(value);
  return typeof value === 'string' ? value : value.join(', ');
}

/** A sentence with `{name}` places filled from the parameters; a place without a value reads `…`. */
export function fill(sentence: string, params: WordParams): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => textOf(params, name, '…'));
}
