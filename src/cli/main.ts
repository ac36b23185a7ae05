#!/usr/bin/env node
/** `padan …`: the engine without a window. Answers go to stdout, everything else to stderr. */
import { AppError, type ErrorCode } from '../domain/app-error.ts';
import { redact } from '../engine/redact.ts';
import { readArgs, usageError } from './args.ts';
import { commands } from './commands.ts';
import { sentenceOf } from './sentence.ts';
import { usage } from './usage.ts';

const exitCodes = { ok: 0, usage: 2, badInput: 3, internal: 4 } as const;

/** Runs one command line and gives the exit code; never throws. */
export async function main(argv: readonly string[]): Promise<number> {
  const json = argv.includes('--json');
  const [name = '', ...rest] = argv;
  if (name === '--help' || name === 'help' || name === '-h') {
    process.stdout.write(usage);
    return exitCodes.ok;
  }
  try {
    if (!Object.hasOwn(commands, name)) throw usageError('unknown-command', name);
    const command = await commands[name as keyof typeof commands]();
    const args = readArgs(rest, command.args);
    await using hosts = new AsyncDisposableStack();
    const answer = await command.run(args, async () => {
      const { createHost } = await import('./host.ts');
      const log = (line: string) => process.stderr.write(`${line}\n`);
      return hosts.use(createHost({ env: process.env, log }));
    });
    process.stdout.write(json ? `${JSON.stringify(answer.data)}\n` : `${answer.text}\n`);
    return answer.exitCode ?? exitCodes.ok;
  } catch (error) {
    return report(error, json);
  }
}

function report(error: unknown, json: boolean): number {
  const known = error instanceof AppError ? error : new AppError('internal', { cause: error });
  if (json) process.stdout.write(`${JSON.stringify({ error: known.toData() })}\n`);
  process.stderr.write(`${sentenceOf(known.toData())}\n`);
  if (known.code === 'usage') process.stderr.write(`\n${usage}`);
  if (known.code === 'internal')
    process.stderr.write(`${redact(String((known.cause as Error)?.stack ?? ''))}\n`);
  return exitCodeOf(known.code);
}

function exitCodeOf(code: ErrorCode): number {
  if (code === 'usage' || code === 'bridge.bad-request') return exitCodes.usage;
  return code === 'internal' ? exitCodes.internal : exitCodes.badInput;
}

process.exitCode = await main(process.argv.slice(2));
