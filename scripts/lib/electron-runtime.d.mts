/** Types of electron-runtime.mjs for the tests. */
export interface ElectronRuntime {
  readonly kind: 'given' | 'official' | 'npm';
  readonly dist: string;
  readonly executable: string;
  readonly version: string;
}
export function findElectron(): ElectronRuntime | undefined;
