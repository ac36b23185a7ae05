import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

/** The day an engine in a time zone calls today, at 06.00 WIB of 24 November 2026. */
function todayIn(zone: string): string {
  const module = JSON.stringify(resolve('src/engine/civil-today.ts'));
  const script = `import { civilToday } from ${module};
    process.stdout.write(civilToday(new Date('2026-11-23T23:00:00Z')));`;
  return execFileSync(process.execPath, ['--input-type=module-typescript', '-e', script], {
    env: { ...process.env, TZ: zone },
    encoding: 'utf8',
  });
}

it('an officer at six in the morning is on the day of the wall calendar, not on yesterday', () => {
  expect(todayIn('Asia/Jakarta')).toBe('2026-11-24');
  expect(todayIn('Asia/Jayapura')).toBe('2026-11-24');
  expect(todayIn('UTC')).toBe('2026-11-23');
});
