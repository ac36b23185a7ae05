/** Files opened before on this PC. */
import { Text, Title, UnstyledButton } from '@mantine/core';
import type { PickedFile } from '../../bridge/shell-client.ts';
import { useRoute } from '../../bridge/use-engine.ts';
import { formatMoment } from '../../words/format.ts';
import classes from './start-screen.module.css';

/** Nothing on a fresh PC. */
export function RecentFiles({ onOpen }: { readonly onOpen: (file: PickedFile) => void }) {
  const recent = useRoute('store.recent', {});
  if (recent.data === undefined || recent.data.length === 0) return null;
  return (
    <section aria-labelledby="terakhir-dibuka">
      <Title order={2} id="terakhir-dibuka" mb={4}>
        Terakhir dibuka
      </Title>
      <ul className={classes.recent}>
        {recent.data.map((file) => (
          <li key={file.file}>
            <UnstyledButton className={classes.recentButton ?? ''} onClick={() => onOpen(file)}>
              <span className={classes.recentMain}>
                <Text span display="block" fw={500} truncate="end">
                  {file.regencyName}
                </Text>
                <Text span display="block" size="sm" c="dimmed" truncate="end">
                  {file.fileName} di {file.folder}
                </Text>
              </span>
              <Text span size="sm" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
                {formatMoment(file.openedAt)}
              </Text>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
