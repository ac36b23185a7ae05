/** An error that has no place of its own on the screen: a note in the corner that stays until read. */
import { notifications } from '@mantine/notifications';
import type { AppErrorData } from '../../domain/app-error.ts';
import { errorWords } from '../words/errors.ts';

/** Shows `error` in the corner. */
export function showError(error: AppErrorData): void {
  const words = errorWords(error);
  notifications.show({ color: 'red', title: words.title, message: words.advice, autoClose: false });
}
