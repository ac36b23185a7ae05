import { describe, expect, it } from 'vitest';
import { hasDisplay } from '../../../scripts/lib/display.mjs';
import { missingPackages } from '../../../scripts/lib/packages.mjs';
import { missingDebianPackages } from '../../../scripts/lib/system-libraries.mjs';
import { addCounts, countTests, summaryLine } from '../../../scripts/lib/vitest-results.mjs';

describe('missing npm packages', () => {
  const lock = {
    packages: {
      '': { version: '0.1.0' },
      'node_modules/zod': { version: '4.6.7' },
      'node_modules/vite': { version: '8.3.8' },
      'node_modules/only-on-windows': { version: '1.0.0', optional: true },
    },
  };
  const all = (): boolean => true;

  it('are none when npm installed what the lockfile names', () => {
    expect(missingPackages(lock, lock, all)).toEqual([]);
    const without = { packages: { ...lock.packages, 'node_modules/only-on-windows': {} } };
    expect(missingPackages(lock, without, all)).toEqual([]);
  });

  it('are all when an installation never ended', () => {
    expect(missingPackages(lock, undefined, all)).toEqual([
      'node_modules/zod',
      'node_modules/vite',
    ]);
  });

  it('are those of another version, and those whose folder is gone', () => {
    const older = { packages: { ...lock.packages, 'node_modules/vite': { version: '8.3.7' } } };
    expect(missingPackages(lock, older, all)).toEqual(['node_modules/vite']);
    const gone = (path: string): boolean => path !== 'node_modules/zod';
    expect(missingPackages(lock, lock, gone)).toEqual(['node_modules/zod']);
  });
});

describe('missing system libraries', () => {
  it('are those dpkg does not call installed, under the old name or the new', () => {
    const lines =
      'xvfb installed\nlibnss3 not-installed\nlibasound2t64 installed\nxauth config-files\n';
    expect(
      missingDebianPackages(['xvfb', 'xauth', 'libnss3', 'libasound2', 'libgbm1'], lines),
    ).toEqual(['xauth', 'libnss3', 'libgbm1']);
  });
});

describe('a display', () => {
  it('is missing only on a Linux without X and Wayland', () => {
    expect(hasDisplay({}, 'linux')).toBe(false);
    expect(hasDisplay({ DISPLAY: '' }, 'linux')).toBe(false);
    expect(hasDisplay({ DISPLAY: ':0' }, 'linux')).toBe(true);
    expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true);
    expect(hasDisplay({}, 'win32')).toBe(true);
  });
});

describe('the test counts', () => {
  const report = {
    numPassedTests: 5,
    numFailedTests: 1,
    numPendingTests: 2,
    numTodoTests: 1,
    testResults: [
      { status: 'failed', assertionResults: [{ status: 'failed' }] },
      { status: 'failed', assertionResults: [] },
      { status: 'passed', assertionResults: [{ status: 'passed' }] },
    ],
  };

  it('add a failure for each file that could not be loaded', () => {
    expect(countTests(report)).toEqual({ passed: 5, failed: 2, skipped: 3 });
  });

  it('count a run without a report as failed', () => {
    expect(countTests(undefined)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('end in one line', () => {
    const sum = addCounts(
      { passed: 1, failed: 0, skipped: 0 },
      { passed: 2, failed: 0, skipped: 0 },
    );
    expect(summaryLine(sum)).toBe('3 passed, 0 failed');
    expect(summaryLine(countTests(report))).toBe('5 passed, 2 failed, 3 skipped');
  });
});
