import { AppError } from '../../domain/app-error.ts';

/** What was thrown, as an error with words; anything unknown reads as an internal one. */
export function asAppError(thrown: unknown): AppError {
  return thrown instanceof AppError ? thrown : new AppError('internal', { cause: thrown });
}
