/** A store whose random salt happened to begin like another kind of file was refused: one in 256. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkStoreFile } from '../../src/store/store-file.ts';

it('takes an encrypted page whatever single byte it begins with', () => {
  const dir = mkdtempSync(join(tmpdir(), 'padan-salt-'));
  const path = join(dir, 'uji.padan');
  for (let first = 0; first < 256; first += 1) {
    const page = randomBytes(4096);
    page[0] = first;
    writeFileSync(path, page);
    expect(() => checkStoreFile(path), `first byte ${first}`).not.toThrow();
  }
  rmSync(dir, { recursive: true, force: true });
});
