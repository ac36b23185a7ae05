/** One step of the store's schema. */
export interface Migration {
  readonly version: number;
  readonly name: string;
  /** SQL scripts, run in order inside the runner's transaction. */
  readonly up: readonly string[];
}
