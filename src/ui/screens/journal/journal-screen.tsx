/** The history of the file in plain words, newest first. */
import { Button, Center, EmptyState, Table, VisuallyHidden } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { RouteOut } from '../../../contract/routes.ts';
import { places } from '../../app/places.ts';
import { useBridge } from '../../bridge/bridge-context.tsx';
import { Answer } from '../../parts/answer.tsx';
import { Card } from '../../parts/card.tsx';
import { Page } from '../../parts/page.tsx';
import { formatMoment } from '../../words/format.ts';
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

function Lines({ lines }: { readonly lines: RouteOut<'journal.page'> }) {
  if (lines.length === 0) {
    return <EmptyState size="sm" icon={<IconHistory stroke={1.4} />} title="Belum ada perubahan" />;
  }
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th w={170}>Waktu</Table.Th>
          <Table.Th>Kejadian</Table.Th>
          <Table.Th w={130}>
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
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
