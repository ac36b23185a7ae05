import { basename } from 'node:path';
import {
  AppError,
  type ErrorCode,
  type ErrorParams,
  type ErrorPlace,
} from '../domain/app-error.ts';

const readCodes: Readonly<Record<string, ErrorCode>> = {
  ENOENT: 'file.missing',
  ENOTDIR: 'file.missing',
  EBUSY: 'file.locked',
  EPERM: 'file.locked',
  EACCES: 'file.locked',
  EISDIR: 'file.unsupported',
};

/** The operating system's code of a failure, `''` when it has none. */
export function systemCode(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}

/** A failure that names the file it happened in. */
export function fileError(
  code: ErrorCode,
  path: string,
  options: { at?: Omit<ErrorPlace, 'file'>; params?: ErrorParams; cause?: unknown } = {},
): AppError {
  return new AppError(code, {
    at: { file: basename(path), ...options.at },
    ...(options.params === undefined ? {} : { params: options.params }),
    cause: options.cause,
  });
}

/**
 * Any failure met while reading a file, as a typed error: ours pass through, the system's are translated,
 * zlib's mean a damaged archive, the rest is `file.unreadable`.
 */
export function toReadError(error: unknown, path: string): AppError {
  if (error instanceof AppError) return error;
  const code = systemCode(error);
  if (code.startsWith('Z_')) return fileError('file.damaged', path, { cause: error });
  return fileError(readCodes[code] ?? 'file.unreadable', path, { cause: error });
}

/** Any failure met while writing a file, as a typed error. */
export function toWriteError(error: unknown, path: string): AppError {
  if (error instanceof AppError) return error;
  const code = systemCode(error);
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return fileError('store.disk-full', path, { cause: error });
  if (code === 'EBUSY') return fileError('file.locked', path, { cause: error });
  return fileError('file.unwritable', path, { params: { reason: code }, cause: error });
}

/** Stops a reader whose caller has given up. */
export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new AppError('job.cancelled');
}
