/** Arguments of one command, checked: unknown options, missing or surplus words are usage errors. */
import { parseArgs } from 'node:util';
import { AppError } from '../domain/app-error.ts';

export interface ArgSpec {
  readonly words: readonly string[];
  /** Option name → whether it takes a value and must be given. */
  readonly options: Readonly<Record<string, 'required' | 'optional' | 'flag'>>;
}

export interface Args {
  /** The n-th word, by the name it has in the spec. */
  readonly word: (name: string) => string;
  readonly option: (name: string) => string | undefined;
  /** A required option's value. */
  readonly need: (name: string) => string;
  readonly flag: (name: string) => boolean;
}

export function usageError(reason: string, detail: string): AppError {
  return new AppError('usage', { params: { reason, detail } });
}

export function readArgs(argv: readonly string[], spec: ArgSpec): Args {
  const options = Object.fromEntries(
    Object.entries({ ...spec.options, json: 'flag' as const }).map(([name, kind]) => [
      name,
      { type: kind === 'flag' ? ('boolean' as const) : ('string' as const) },
    ]),
  );
  const { values, positionals } = parse(argv, options);
  if (positionals.length < spec.words.length) {
    throw usageError('missing-word', spec.words[positionals.length] ?? '');
  }
  const surplus = positionals[spec.words.length];
  if (surplus !== undefined) throw usageError('surplus-word', surplus);
  for (const [name, kind] of Object.entries(spec.options)) {
    if (kind === 'required' && values[name] === undefined)
      throw usageError('missing-option', `--${name}`);
  }
  const option = (name: string): string | undefined => {
    const value = values[name];
    return typeof value === 'string' ? value : undefined;
  };
  return {
    word: (name) => positionals[spec.words.indexOf(name)] ?? '',
    option,
    need: (name) => option(name) ?? '',
    flag: (name) => values[name] === true,
  };
}

function parse(argv: readonly string[], options: Record<string, { type: 'boolean' | 'string' }>) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
  } catch (error) {
    const { code, message } = error as { readonly code?: string; readonly message?: string };
    const reason =
      code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE' ? 'bad-option-value' : 'bad-option';
    throw usageError(reason, optionNamed(message ?? ''));
  }
}

/** The option that Node's own message is about: `Unknown option '--x'. To specify …`. */
function optionNamed(message: string): string {
  return /'(-{1,2}[^'\s]*)/.exec(message)?.[1] ?? '';
}

/** A whole number within bounds, or a usage error that names the option. */
export function wholeNumber(
  args: Args,
  name: string,
  bounds: { min: number; max: number },
): number {
  const text = args.need(name);
  const value = /^-?\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= bounds.min && value <= bounds.max))
    throw usageError('bad-number', `--${name} ${text}`);
  return value;
}

/** One of a closed list, or a usage error that names the option. */
export function oneOf<Value extends string>(
  args: Args,
  name: string,
  allowed: readonly Value[],
): Value {
  const text = args.need(name);
  const found = allowed.find((value) => value === text);
  if (found === undefined) throw usageError('bad-choice', `--${name} ${text}`);
  return found;
}

/** A `YYYY-MM-DD` that exists in the calendar. */
export function civilDateOption(args: Args, name: string): string | undefined {
  const text = args.option(name);
  if (text === undefined) return undefined;
  const date = new Date(`${text}T00:00:00Z`);
  const real = /^\d{4}-\d{2}-\d{2}$/.test(text) && date.toJSON()?.slice(0, 10) === text;
  if (!real) throw usageError('bad-date', `--${name} ${text}`);
  return text;
}
