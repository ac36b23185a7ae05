/** Chromium refuses its sandbox as root: tests on such a machine go without it, nobody else does. */
export function rootSwitches(): readonly string[] {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}
