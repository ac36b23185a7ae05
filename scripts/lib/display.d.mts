/** Types of display.mjs for the tests. */
export function hasDisplay(
  env: Readonly<Record<string, string | undefined>>,
  platform: string,
): boolean;
