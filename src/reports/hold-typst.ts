/**
 * The typesetter is a native addon that must not be unloaded: when the last thread that loaded it ends, its
 * own threads run into unmapped code and the process dies. A process that prints in worker threads calls
 * this once on the thread that outlives them.
 */
export async function holdTypst(): Promise<void> {
  await import('@myriaddreamin/typst-ts-node-compiler');
}
