/** The history of the file in plain words, newest first. */
import {
  Button,
  Center,
  EmptyState,
  Group,
  Popover,
  Stack,
  Table,
  Text,
  VisuallyHidden,
} from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconHistory } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import type { RouteOut } from '../../../contract/routes.ts';
import { places } from '../../app/places.ts';
import { useOpenStore } from '../../app/store-context.tsx';
import { useBridge } from '../../bridge/bridge-context.tsx';
import { useJob } from '../../bridge/use-engine.ts';
import { Answer } from '../../parts/answer.tsx';
import { Card } from '../../parts/card.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { Page } from '../../parts/page.tsx';
import { formatCount, formatMoment } from '../../words/format.ts';
import { journalText } from '../../words/work-words.ts';

const pageSize = 100;

/** Older lines come on request. */
export function JournalScreen() {
  const { engine } = useBridge();
  const pages = useInfiniteQuery({
    queryKey: ['journal.page', 'endless'],
    initialPageParam: null as number | null,
    queryFn: ({ pageParam }) =>
      engine.call('journal.page', {
        limit: pageSize,
        ...(pageParam === null ? {} : { before: pageParam }),
      }),
    getNextPageParam: (last) => (last.length < pageSize ? null : (last.at(-1)?.id ?? null)),
  });
  return (
    <Page title="Riwayat" hint="Setiap perubahan dicatat bersama datanya dan tidak dapat dihapus.">
      <Card>
        <Answer query={pages} skeletonRows={10}>
          {(data) => <Lines lines={data.pages.flat()} />}
        </Answer>
        {pages.hasNextPage ? (
          <Center mt="sm">
            <Button
              variant="default"
              loading={pages.isFetchingNextPage}
              onClick={() => void pages.fetchNextPage()}
            >
              Tampilkan yang lebih lama
            </Button>
          </Center>
        ) : null}
      </Card>
    </Page>
  );
}

/** Asks first: a deed may be about a whole list. */
function UndoButton({ journalId }: { readonly journalId: number }) {
  const undo = useJob('roster.undoDeed');
  const [asking, setAsking] = useState(false);
  async function run() {
    setAsking(false);
    const made = await undo.run({ journalId });
    if (made === null) return;
    notifications.show({
      title: `Data ${formatCount(made.restored)} orang dikembalikan`,
      message:
        made.kept === 0
          ? ''
          : `${formatCount(made.kept)} orang diubah lagi sesudahnya dan dibiarkan: ${made.keptSome.slice(0, 5).join(', ')}${made.kept > 5 ? ', …' : ''}`,
      ...(made.kept === 0 ? {} : { autoClose: false as const }),
    });
  }
  return (
    <Popover opened={asking} onChange={setAsking} position="bottom-end" shadow="md" trapFocus>
      <Popover.Target>
        <Button
          variant="subtle"
          size="compact-sm"
          loading={undo.running}
          onClick={() => setAsking((now) => !now)}
        >
          Urungkan
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs" w={270} ta="left">
          <Text size="sm">
            Data dikembalikan seperti sebelum perubahan ini. Yang diubah lagi sesudahnya dibiarkan.
          </Text>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" size="compact-sm" onClick={() => setAsking(false)}>
              Batal
            </Button>
            <Button size="compact-sm" onClick={() => void run()}>
              Kembalikan data
            </Button>
          </Group>
        </Stack>
      </Popover.Dropdown>
      {undo.error === null ? null : <ErrorNote error={undo.error} />}
    </Popover>
  );
}

function Lines({ lines }: { readonly lines: RouteOut<'journal.page'> }) {
  const { readOnly } = useOpenStore();
  if (lines.length === 0) {
    return <EmptyState size="sm" icon={<IconHistory stroke={1.4} />} title="Belum ada perubahan" />;
  }
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th w={170}>Waktu</Table.Th>
          <Table.Th>Kejadian</Table.Th>
          <Table.Th w={150}>
            <VisuallyHidden>Tautan</VisuallyHidden>
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {lines.map((line) => (
          <Table.Tr key={line.id}>
            <Table.Td>{formatMoment(line.at)}</Table.Td>
            <Table.Td>{journalText(line.action, line.params)}</Table.Td>
            <Table.Td ta="right">
              {line.batchId === null ? null : (
                <Link href={places.batch(line.batchId)}>Lihat impor</Link>
              )}
              {line.undoable && !readOnly ? <UndoButton journalId={line.id} /> : null}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
