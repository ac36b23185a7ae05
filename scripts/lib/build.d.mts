/** Types of build.mjs for the benches. */
export function ensureBuild(options?: { readonly force?: boolean }): Promise<number>;
