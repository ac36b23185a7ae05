/** The workbook of findings goes to the office that sent the list: nothing in it may run there. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openTable } from '../../../src/tabular/open-table.ts';
import { makeTestEngine } from '../harness.ts';

it('holds what would be a formula as text', async () => {
  await using test = makeTestEngine();
  await test.newStore();
  const path = join(test.dir, 'rentan.csv');
  writeFileSync(
    path,
    'Nama;NIK;Tgl Lahir;Pekerjaan;Desa;Kecamatan\n=1+1;123;01-01-1980;Petani;Salem;Salem\n',
  );
  const { id: batchId } = await test.call('import.stage', {
    file: test.grant(path),
    kind: 'rentan',
  });
  const folder = test.grant(test.dir);
  const out = await test.call('import.exportFindings', { batchId, folder });
  const source = await openTable(test.pathOf(out.file), {});
  const cells: string[] = [];
  for await (const batch of source.rows(0)) cells.push(...batch.flatMap((row) => row.cells));
  // A formula that nobody has reckoned would read as nothing.
  expect(cells).toContain('=1+1');
});
