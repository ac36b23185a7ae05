import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const folder = new URL('../../../src/domain/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.ts'));

/** Floats for money, the clock, chance, the locale of the machine, and input or output. */
const forbidden =
  /\b(?:parseFloat|toFixed|toLocale\w*|Math\.round|Math\.random|Intl|new Date|Date\.now|performance|process|console)\b|['"]node:/;

test('the pattern finds what it is for', () => {
  for (const line of [
    'parseFloat(x)',
    'x.toFixed(2)',
    "from 'node:fs'",
    'new Date()',
    'Math.round(y)',
  ]) {
    expect(line).toMatch(forbidden);
  }
  expect(files.length).toBeGreaterThan(20);
});

test.each(files)('%s is pure, and money in it is never a float', (name) => {
  const code = readFileSync(new URL(name, folder), 'utf8').replace(
    /\/\*[\s\S]*?\*\/|\/\/.*$/gm,
    '',
  );
  expect(code.match(forbidden)?.[0]).toBeUndefined();
});
