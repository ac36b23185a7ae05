/** The bundle of a module of the project (a path from its root), made when a source is newer. */
export function threadBundle(entry?: string): Promise<string>;
