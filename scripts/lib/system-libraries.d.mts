/** Types of system-libraries.mjs for the tests. */
export function missingDebianPackages(wanted: readonly string[], dpkgLines: string): string[];
