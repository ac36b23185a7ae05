/** Notes of the queue: clear of its keys, and gone once they are taken back or something else is decided. */
import { notifications } from '@mantine/notifications';
import type { AppErrorData } from '../../../../domain/app-error.ts';
import { errorWords } from '../../../words/errors.ts';

const id = 'review-deed';

/** Shows it in place of the one before. */
export function showDeed(message: string): void {
  notifications.hide(id);
  notifications.show({ id, color: 'teal', position: 'top-center', message });
}

export function hideDeed(): void {
  notifications.hide(id);
}

/** Why a decision was not taken; it stays until the next deed. */
export function showRefusal(error: AppErrorData): void {
  const { title, advice } = errorWords(error);
  notifications.hide(id);
  notifications.show({
    id,
    color: 'red',
    position: 'top-center',
    title,
    message: advice,
    autoClose: false,
  });
}
