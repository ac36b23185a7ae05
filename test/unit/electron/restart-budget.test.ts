import { expect, it } from 'vitest';
import { createRestartBudget } from '../../../electron/main/restart-budget.ts';

it('gives three starts within a minute, and more once the first are past', () => {
  let now = 0;
  const mayRestart = createRestartBudget(3, 60_000, () => now);
  expect([mayRestart(), mayRestart(), mayRestart(), mayRestart()]).toEqual([
    true,
    true,
    true,
    false,
  ]);
  now = 59_999;
  expect(mayRestart()).toBe(false);
  now = 60_000;
  expect([mayRestart(), mayRestart(), mayRestart(), mayRestart()]).toEqual([
    true,
    true,
    true,
    false,
  ]);
});
