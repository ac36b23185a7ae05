/** Types of import-graph.mjs for the tests. */
export function importedModules(fileName: string, text: string): string[];
