/** Which files go where, by their ending; what they really are is decided by whoever reads them. */
import { statSync } from 'node:fs';
import { extname, isAbsolute } from 'node:path';

export const tableEndings = ['xlsx', 'xls', 'ods', 'csv', 'txt'];
export const storeEnding = 'padan';
const openableEndings = ['pdf', 'xlsx', 'csv', 'json'];

function endsWith(path: string, endings: readonly string[]): boolean {
  return endings.includes(extname(path).slice(1).toLowerCase());
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

/** A dropped path is taken when it is a real file of a kind that Padan reads. */
export function isDroppable(path: string): boolean {
  return isAbsolute(path) && endsWith(path, [...tableEndings, storeEnding]) && isFile(path);
}

/** Documents only: a program, a script or a shortcut is never handed to the system to open. */
export function isOpenable(path: string): boolean {
  return isAbsolute(path) && endsWith(path, openableEndings) && isFile(path);
}

/** The name a new store gets: with its ending, whatever the user typed. */
export function withStoreEnding(path: string): string {
  return endsWith(path, [storeEnding]) ? path : `${path}.${storeEnding}`;
}
