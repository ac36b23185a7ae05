/** Does one change and offers to take it back, in a note that stays long enough to be read. */
import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { RouteOut } from '../../../contract/routes.ts';
import { useCommand } from '../../bridge/use-engine.ts';
import { showError } from '../../parts/show-error.tsx';
import { asAppError } from '../../words/as-app-error.ts';

const shownMs = 12_000;

/** Runs `work` and says what was done; false when it failed, and the error is shown. */
export function useDeed() {
  const undo = useCommand('spending.undo');
  return async (
    work: Promise<Pick<RouteOut<'spending.addPayments'>, 'deed'>>,
    done: string,
  ): Promise<boolean> => {
    try {
      const { deed } = await work;
      const takeBack = async (id: string) => {
        notifications.hide(id);
        try {
          await undo.mutateAsync({ deed });
          notifications.show({ message: 'Perubahan diurungkan.' });
        } catch (error) {
          showError(asAppError(error));
        }
      };
      const id = notifications.show({
        autoClose: shownMs,
        message: (
          <Group justify="space-between" wrap="nowrap" gap="sm">
            <Text size="sm">{done}</Text>
            <Button variant="default" onClick={() => void takeBack(id)}>
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
