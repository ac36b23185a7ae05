/** Does one change and offers to take it back, in a note that stays long enough to be read. */
import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { RouteOut } from '../../../contract/routes.ts';
import { useCommand } from '../../bridge/use-engine.ts';
import { showError } from '../../parts/show-error.tsx';
import { asAppError } from '../../words/as-app-error.ts';

const shownMs = 12_000;
const noteId = 'spending-deed';

/** Runs `work` and says what was done; false when it failed, and the error is shown. */
export function useDeed() {
  const undo = useCommand('spending.undo');
  return async (
    work: Promise<Pick<RouteOut<'spending.addPayments'>, 'deed'>>,
    done: string,
  ): Promise<boolean> => {
    try {
      const { deed } = await work;
      const takeBack = async () => {
        notifications.hide(noteId);
        try {
          await undo.mutateAsync({ deed });
          notifications.show({ message: 'Perubahan diurungkan.' });
        } catch (error) {
          showError(asAppError(error));
        }
      };
      // One note at a time: the latest deed is the one a person means.
      notifications.hide(noteId);
      notifications.show({
        id: noteId,
        autoClose: shownMs,
        message: (
          <Group justify="space-between" wrap="nowrap" gap="sm">
            <Text size="sm">{done}</Text>
            <Button variant="default" onClick={() => void takeBack()}>
              Urungkan
            </Button>
          </Group>
        ),
      });
      return true;
    } catch (error) {
      showError(asAppError(error));
      return false;
    }
  };
}
