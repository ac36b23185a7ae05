import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { renderPacket } from '../../../src/reports/render-packet.ts';
import { temporaryFolder } from './pdf-tools.ts';
import { createdAt, resources, samplePacket } from './sample-packet.ts';

it('an old list that cannot be taken away is file.unwritable and named', async () => {
  using folder = temporaryFolder();
  const dir = folder.path;
  // Stands for a list that a PDF reader holds open on Windows: it cannot be removed.
  mkdirSync(join(dir, 'daftar-belum-terdaftar.pdf'));
  await expect(
    renderPacket(samplePacket(), {
      dir,
      paper: 'F4',
      fontsDir: `${resources}fonts`,
      templatesDir: `${resources}templates`,
      createdAt,
    }),
  ).rejects.toMatchObject({ code: 'file.unwritable', at: { file: 'daftar-belum-terdaftar.pdf' } });
});
