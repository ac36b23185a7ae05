/** Types of display.mjs for the tests and benches. */
export function hasDisplay(
  env?: Readonly<Record<string, string | undefined>>,
  platform?: string,
): boolean;
export function startVirtualDisplay(): Promise<{
  readonly display: string;
  readonly close: () => void;
}>;
