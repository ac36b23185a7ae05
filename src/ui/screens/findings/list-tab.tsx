/** The findings one by one: filtered, sorted, marked for a common follow-up, one of them in full beside the list. */
import { Button, EmptyState, Group, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconDownload, IconListSearch } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { FindingRow, FindingSort } from '../../../contract/finding-routes.ts';
import type { FindingCode } from '../../../domain/findings.ts';
import { useRoute } from '../../bridge/use-engine.ts';
import { Answer } from '../../parts/answer.tsx';
import { Pager } from '../../parts/pager.tsx';
import { ScrollRegion } from '../../parts/scroll-region.tsx';
import { formatCount, formatRupiah } from '../../words/format.ts';
import { EntryPanel } from '../roster/entry-panel.tsx';
import { ExportDialog } from './export-dialog.tsx';
import { askedFilter, FindingFilters, type ListFilter } from './finding-filters.tsx';
import { FindingPanel } from './finding-panel.tsx';
import { FindingTable } from './finding-table.tsx';
import classes from './findings.module.css';
import { FollowUpBar } from './follow-up-bar.tsx';

const pageSize = 100;

/** The dearest first: that is what the office asks about. */
const usualSort: FindingSort = { by: 'premium', descending: true };

export function ListTab({ code }: { readonly code: FindingCode | undefined }) {
  const [filter, setFilter] = useState<ListFilter>({ view: 'open', code });
  const [search, setSearch] = useState('');
  const [settled] = useDebouncedValue(search.trim(), 200);
  const [sort, setSort] = useState<FindingSort>(usualSort);
  const [page, setPage] = useState(0);
  const [marked, setMarked] = useState<ReadonlySet<number>>(new Set());
  const [open, setOpen] = useState<FindingRow | null>(null);
  const [person, setPerson] = useState<number | null>(null);
  const [exporting, setExporting] = useState(false);
  const asked = useMemo(() => askedFilter(filter, settled), [filter, settled]);
  const found = useRoute(
    'finding.page',
    { filter: asked, sort, offset: page * pageSize, limit: pageSize },
    { keep: true },
  );
  const restart = () => {
    setPage(0);
    setMarked(new Set());
  };
  const shownOpen =
    open === null ? null : (found.data?.rows.find(({ id }) => id === open.id) ?? open);

  return (
    <>
      <Group justify="space-between" align="flex-start" mb="xs" wrap="nowrap">
        <FindingFilters
          filter={filter}
          search={search}
          onChange={(next) => {
            setFilter(next);
            restart();
          }}
          onSearch={(text) => {
            setSearch(text);
            restart();
          }}
        />
        <Button
          variant="default"
          style={{ flex: 'none' }}
          leftSection={<IconDownload size={15} aria-hidden="true" />}
          disabled={(found.data?.total ?? 0) === 0}
          onClick={() => setExporting(true)}
        >
          Ekspor
        </Button>
      </Group>
      {exporting ? (
        <ExportDialog
          title="Ekspor temuan"
          total={found.data?.total ?? 0}
          onClose={() => setExporting(false)}
          inputOf={(made) => ({ what: 'findings', filter: asked, sort, ...made })}
        />
      ) : null}
      <Answer query={found} skeletonRows={14}>
        {(data) => (
          <>
            <Group justify="space-between" mb={6} mih={34} wrap="nowrap">
              {marked.size === 0 ? (
                <Text size="sm" c="dimmed" role="status">
                  {formatCount(data.total)} temuan, {formatRupiah(data.premium)} per bulan
                </Text>
              ) : (
                <FollowUpBar ids={[...marked]} onDone={() => setMarked(new Set())} />
              )}
              <Pager
                page={page}
                pageSize={pageSize}
                shown={data.rows.length}
                total={data.total}
                onPrevious={() => setPage((before) => before - 1)}
                onNext={() => setPage((before) => before + 1)}
              />
            </Group>
            <div className={classes.layout}>
              <div className={classes.list}>
                {data.total === 0 ? (
                  <EmptyState
                    size="sm"
                    mt="xl"
                    icon={<IconListSearch stroke={1.4} />}
                    title="Tidak ada temuan di sini"
                    description="Ubah saringan untuk melihat temuan lain atau yang sudah selesai."
                  />
                ) : (
                  <ScrollRegion label="Daftar temuan" key={`${page} ${JSON.stringify(asked)}`}>
                    <FindingTable
                      rows={data.rows}
                      marked={marked}
                      onMark={setMarked}
                      open={shownOpen?.id ?? null}
                      onOpen={(row) => {
                        setOpen(row);
                        setPerson(null);
                      }}
                      sort={sort}
                      onSort={(next) => {
                        setSort(next);
                        setPage(0);
                      }}
                    />
                  </ScrollRegion>
                )}
              </div>
              {person !== null ? (
                <EntryPanel key={person} entryId={person} onClose={() => setPerson(null)} />
              ) : shownOpen === null ? null : (
                <FindingPanel
                  key={shownOpen.id}
                  finding={shownOpen}
                  onClose={() => setOpen(null)}
                  onPerson={setPerson}
                />
              )}
            </div>
          </>
        )}
      </Answer>
    </>
  );
}
