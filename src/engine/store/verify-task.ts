import { openStoreReader } from '../../store/open-store.ts';
import { type StoreVerification, verifyStore } from '../../store/verify.ts';
import { needAccess, type Task } from '../worker/task.ts';

/** Checks the open store from a second connection, so that pages keep being answered. */
export const verifyTask: Task<Record<string, never>, StoreVerification> = async (_input, task) => {
  using store = openStoreReader(needAccess(task));
  return verifyStore(store, (done, total) => {
    task.progress('verify', done, total);
    task.signal.throwIfAborted();
  });
};
