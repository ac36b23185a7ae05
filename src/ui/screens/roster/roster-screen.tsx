/** One of the three rosters: search as you type, filters, a grid of any length, one person beside it. */
import { Button, CloseButton, EmptyState, Group, Text, TextInput } from '@mantine/core';
import { useDebouncedValue, useHotkeys } from '@mantine/hooks';
import {
  IconDownload,
  IconListCheck,
  IconSearch,
  IconUserPlus,
  IconUsers,
} from '@tabler/icons-react';
import { type RefObject, useCallback, useMemo, useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import {
  type RosterFilter,
  type RosterRow,
  type RosterSort,
  rosterSortKeys,
} from '../../../contract/roster-routes.ts';
import type { Roster } from '../../../domain/segments.ts';
import {
  nameOrder,
  parseRosterFilter,
  parseRosterSort,
  places,
  type RosterPlaceFilter,
} from '../../app/places.ts';
import { useOpenStore } from '../../app/store-context.tsx';
import { useBridge } from '../../bridge/bridge-context.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { Grid, type GridState } from '../../parts/grid/grid.tsx';
import { type GridSort, nextSort } from '../../parts/grid/grid-column.ts';
import { Page } from '../../parts/page.tsx';
import { formatCount } from '../../words/format.ts';
import { rosterLabels } from '../../words/labels.ts';
import { AddPerson } from './add-person.tsx';
import { useUnitNames } from './cells/use-unit-names.ts';
import { ColumnMenu } from './column-menu.tsx';
import { Completeness } from './completeness.tsx';
import { EntryPanel } from './entry-panel.tsx';
import { ExportDialog } from './export-dialog.tsx';
import { rosterColumns } from './roster-columns.tsx';
import { RosterFilters } from './roster-filters.tsx';
import classes from './roster-screen.module.css';
import { PasteDialog } from './sheet/paste-dialog.tsx';
import { SettleDialog } from './sheet/settle-dialog.tsx';
import { SheetBar } from './sheet/sheet-bar.tsx';
import { useRosterSheet } from './sheet/use-roster-sheet.tsx';
import { useSaveStage } from './sheet/use-save-stage.ts';
import { shownRow } from './stage/shown-row.ts';
import { useStage } from './stage/stage-context.tsx';
import { useStageChecks } from './stage/use-stage-checks.ts';
import { useColumns } from './use-columns.ts';

interface RosterScreenProps {
  readonly roster: Roster;
  /** The part of the address that says filter and order. */
  readonly address: string | undefined;
}

/** Filter and order live in the address, so that a link from elsewhere can set them and Back undoes them. */
export function RosterScreen({ roster, address }: RosterScreenProps) {
  const filter = useMemo(() => parseRosterFilter(address), [address]);
  const sort = useMemo(() => parseRosterSort(address), [address]);
  const [, navigate] = useLocation();
  const [search, setSearch] = useState('');
  const [openId, setOpenId] = useState<number | null>(null);
  const [adding, setAdding] = useState(false);
  const [exporting, setExporting] = useState(false);
  const searchRef = useRef<HTMLInputElement>(null);
  const list = useRosterList(roster, filter, sort, search.trim());
  const { keys, chosen, choose } = useColumns(roster);
  const { readOnly } = useOpenStore();
  const units = useUnitNames(roster);
  const handle = useStage(roster);
  const verdicts = useStageChecks(roster, handle.stage);
  const saving = useSaveStage(roster, handle, verdicts);
  const parts = { roster, list: { asked: list.asked, sort }, handle, verdicts, units };
  const { sheet, copy, pasted, closePaste, putPasted } = useRosterSheet({
    ...parts,
    readOnly,
    onSave: saving.save,
  });
  const { rows: staged } = handle.stage;
  const columns = useMemo(
    () =>
      rosterColumns(
        roster,
        keys,
        chosen,
        (row) => shownRow(row, staged.get(row.id), units),
        readOnly,
      ),
    [roster, keys, chosen, staged, units, readOnly],
  );
  const setFilter = (next: RosterPlaceFilter) => navigate(places.roster(roster, next, sort));
  useHotkeys([
    ['mod+F', () => searchRef.current?.focus()],
    ['Escape', () => setOpenId(null)],
  ]);

  return (
    <Page
      title={rosterLabels[roster]}
      body="fill"
      actions={<Actions roster={roster} onAdd={() => setAdding(true)} />}
    >
      {adding ? (
        <AddPerson
          roster={roster}
          onClose={() => setAdding(false)}
          onAdded={(entryId) => {
            setAdding(false);
            setOpenId(entryId);
          }}
        />
      ) : null}
      {pasted === null ? null : (
        <PasteDialog
          roster={roster}
          plan={pasted}
          units={units}
          onPut={putPasted}
          onClose={closePaste}
        />
      )}
      {saving.open === null ? null : (
        <SettleDialog
          roster={roster}
          answer={saving.open}
          handle={handle}
          units={units}
          onClose={saving.close}
        />
      )}
      <Grid
        label={`Daftar ${rosterLabels[roster]}`}
        columns={columns}
        listKey={list.listKey}
        load={list.load}
        rowKey={(row) => row.id}
        selected={openId}
        onOpen={(row) => setOpenId(row.id)}
        onFocusRow={(row) => setOpenId((open) => (open === null ? null : row.id))}
        sheet={sheet}
        sort={sort}
        onSort={(key) => navigate(places.roster(roster, filter, asRosterSort(nextSort(sort, key))))}
      >
        {(state, grid) => (
          <>
            <Group gap="xs" mb="xs" wrap="nowrap" className={classes.tools ?? ''}>
              <SearchField inputRef={searchRef} value={search} onChange={setSearch} />
              <RosterFilters roster={roster} filter={filter} onChange={setFilter} />
              <ColumnMenu roster={roster} keys={keys} onChoose={choose} />
              <Button
                variant="default"
                leftSection={<IconDownload size={15} aria-hidden="true" />}
                disabled={state.total === null || state.total === 0}
                onClick={() => setExporting(true)}
              >
                Ekspor
              </Button>
              {exporting ? (
                <ExportDialog
                  filter={list.asked}
                  sort={sort}
                  columns={keys}
                  total={state.total ?? 0}
                  onClose={() => setExporting(false)}
                />
              ) : null}
              <RowCount {...state} />
            </Group>
            <div className={classes.layout}>
              <div className={classes.list}>
                <ListBody
                  state={state}
                  narrowed={list.narrowed}
                  grid={grid}
                  onClear={() => {
                    setSearch('');
                    setFilter({});
                  }}
                />
                {saving.job.error === null ? null : <ErrorNote error={saving.job.error} />}
                {state.error === null ? (
                  <SheetBar
                    {...parts}
                    at={state.at}
                    copy={copy}
                    saving={saving}
                    readOnly={readOnly}
                  />
                ) : null}
              </div>
              {openId === null ? null : (
                <EntryPanel key={openId} entryId={openId} onClose={() => setOpenId(null)} />
              )}
            </div>
          </>
        )}
      </Grid>
    </Page>
  );
}

interface ActionsProps {
  readonly roster: Roster;
  readonly onAdd: () => void;
}

function Actions({ roster, onAdd }: ActionsProps) {
  const [showing, setShowing] = useState(false);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconListCheck size={15} aria-hidden="true" />}
        onClick={() => setShowing(true)}
      >
        Kelengkapan
      </Button>
      {showing ? <Completeness roster={roster} onClose={() => setShowing(false)} /> : null}
      <Button
        variant="default"
        leftSection={<IconUserPlus size={15} aria-hidden="true" />}
        onClick={onAdd}
      >
        Tambah orang
      </Button>
      <Button variant="default" component={Link} href={places.imports}>
        Impor daftar
      </Button>
    </>
  );
}

/** The grid knows its columns by name only; one that cannot be sorted by is no order. */
function asRosterSort({ by, descending }: GridSort): RosterSort {
  const key = rosterSortKeys.find((one) => one === by);
  return key === undefined ? nameOrder : { by: key, descending };
}

/** The list that filter and words describe, once typing has paused. */
function useRosterList(
  roster: Roster,
  filter: RosterPlaceFilter,
  sort: RosterSort,
  search: string,
) {
  const { engine } = useBridge();
  const [settled] = useDebouncedValue(search, 180);
  const asked = useMemo<RosterFilter>(
    () => ({ roster, ...filter, ...(settled === '' ? {} : { search: settled }) }),
    [roster, filter, settled],
  );
  const load = useCallback(
    (offset: number, limit: number) =>
      engine.call('roster.page', { filter: asked, sort, offset, limit }),
    [engine, asked, sort],
  );
  return {
    listKey: ['roster.page', asked, sort],
    asked,
    load,
    narrowed: settled !== '' || Object.keys(filter).length > 0,
  };
}

interface SearchFieldProps {
  readonly inputRef: RefObject<HTMLInputElement | null>;
  readonly value: string;
  readonly onChange: (text: string) => void;
}

function SearchField({ inputRef, value, onChange }: SearchFieldProps) {
  return (
    <TextInput
      ref={inputRef}
      className={classes.search ?? ''}
      aria-label="Cari nama, NIK, atau KPJ"
      placeholder="Cari nama, NIK, atau KPJ"
      leftSection={<IconSearch size={15} aria-hidden="true" />}
      rightSection={
        value === '' ? null : (
          <CloseButton size="sm" aria-label="Kosongkan pencarian" onClick={() => onChange('')} />
        )
      }
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

function RowCount({ total, counting, error }: GridState<RosterRow>) {
  const known = counting ? 'Menghitung' : `${formatCount(total ?? 0)} orang`;
  return (
    <Text size="sm" c="dimmed" ml="auto" style={{ whiteSpace: 'nowrap' }} role="status">
      {total === null ? (error === null ? 'Memuat' : '') : known}
    </Text>
  );
}

interface ListBodyProps {
  readonly state: GridState<RosterRow>;
  readonly narrowed: boolean;
  readonly grid: React.ReactNode;
  readonly onClear: () => void;
}

function ListBody({ state, narrowed, grid, onClear }: ListBodyProps) {
  if (state.error !== null) return <ErrorNote error={state.error} onRetry={state.retry} />;
  if (state.total !== 0) return grid;
  return narrowed ? (
    <EmptyState
      size="sm"
      mt="xl"
      icon={<IconSearch stroke={1.4} />}
      title="Tidak ada yang cocok"
      description="Periksa ejaan, atau kosongkan pencarian dan saringan."
    >
      <EmptyState.Actions>
        <Button variant="default" onClick={onClear}>
          Kosongkan saringan
        </Button>
      </EmptyState.Actions>
    </EmptyState>
  ) : (
    <EmptyState
      mt="xl"
      icon={<IconUsers stroke={1.4} />}
      title="Daftar ini masih kosong"
      description="Impor berkas daftar untuk mengisinya. Isi berkas diperiksa dahulu sebelum disimpan."
    >
      <EmptyState.Actions>
        <Button size="sm" component={Link} href={places.imports}>
          Impor berkas
        </Button>
      </EmptyState.Actions>
    </EmptyState>
  );
}
