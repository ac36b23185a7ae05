import { basename } from 'node:path';
import { holdTypst } from '../../reports/hold-typst.ts';
import { writeJournal } from '../../store/journal.ts';
import type { Handlers } from '../handler.ts';
import { runTask } from '../worker/run-task.ts';

export const packetHandlers: Handlers<'packet.print'> = {
  async 'packet.print'({ folder, paper, letterNumber, letterDate, benefits }, call) {
    const { engine } = call;
    const store = engine.session.store();
    const dir = await engine.resolveFile(folder);
    await holdTypst();
    const files = await runTask(call, 'packet.print', {
      dir,
      paper,
      letterNumber: letterNumber ?? null,
      letterDate: letterDate ?? null,
      benefits: benefits ?? false,
    });
    const at = engine.now().toISOString();
    store.transact([], (sql) =>
      writeJournal(sql, { at, action: 'packet.print', params: { paper, files: files.length } }),
    );
    return {
      folder: engine.grantFile(dir),
      files: files.map(({ kind, path, pages, bytes }) => ({
        kind,
        file: engine.grantFile(path),
        fileName: basename(path),
        pages: pages ?? null,
        bytes,
      })),
    };
  },
};
