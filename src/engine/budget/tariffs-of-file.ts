/** The tariffs of a regency whose file is not the open one. */
import type { TariffTable } from '../../domain/tariff-table.ts';
import { openStoreReader } from '../../store/open-store.ts';
import { mergedTariffs } from './price-context.ts';

/** Throws what opening a store throws, and what `mergeTariffs` throws. */
export function tariffsOfFile(
  file: { readonly path: string; readonly passphrase: string },
  resourcesDir: string,
): TariffTable {
  using reader = openStoreReader(file);
  return mergedTariffs(reader, resourcesDir);
}
