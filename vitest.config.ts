import { defineConfig } from 'vitest/config';

/** Projects run in this order; `e2e` drives real windows and needs `npm run build` first. */
const project = (name: string, extra: Record<string, unknown> = {}) => ({
  test: {
    name,
    include: [`test/${name}/**/*.test.ts`],
    environment: 'node' as const,
    globalSetup: 'test/setup/threads.ts',
    ...extra,
  },
});

export default defineConfig({
  test: {
    projects: [
      project('unit', { testTimeout: 30_000 }),
      project('engine', { testTimeout: 60_000 }),
      project('contract', { testTimeout: 60_000 }),
      project('security', { testTimeout: 60_000 }),
      project('regression', { testTimeout: 60_000 }),
      project('e2e', { testTimeout: 180_000, hookTimeout: 120_000, fileParallelism: false }),
    ],
  },
});
