/** The note of a deed about many pairs: clear of the keys of the queue, and gone once it is taken back. */
import { notifications } from '@mantine/notifications';

const id = 'review-deed';

/** Shows it in place of the one before. */
export function showDeed(message: string): void {
  notifications.hide(id);
  notifications.show({ id, color: 'teal', position: 'top-center', message });
}

export function hideDeed(): void {
  notifications.hide(id);
}
