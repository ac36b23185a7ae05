/** Types of packages.mjs for the tests. */
interface Lock {
  readonly packages: Readonly<
    Record<
      string,
      { readonly version?: string; readonly optional?: boolean; readonly link?: boolean }
    >
  >;
}
export function missingPackages(
  lock: Lock | undefined,
  installed: Lock | undefined,
  exists: (path: string) => boolean,
): string[];
