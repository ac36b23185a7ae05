/** One of the three rosters: search as you type, filters, a grid of any length, one person beside it. */
import {
  Button,
  CloseButton,
  EmptyState,
  Group,
  NativeSelect,
  Text,
  TextInput,
} from '@mantine/core';
import { useDebouncedValue, useHotkeys } from '@mantine/hooks';
import { IconSearch, IconUsers } from '@tabler/icons-react';
import { type RefObject, useCallback, useMemo, useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { RosterFilter } from '../../../contract/roster-routes.ts';
import {
  type Enrolment,
  type EntryStatus,
  enrolments,
  entryStatuses,
  type Roster,
} from '../../../domain/segments.ts';
import { places, type RosterPlaceFilter } from '../../app/places.ts';
import { useBridge } from '../../bridge/bridge-context.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { Grid, type GridState } from '../../parts/grid/grid.tsx';
import { Page } from '../../parts/page.tsx';
import { UnitSelect } from '../../parts/unit-select.tsx';
import { formatCount } from '../../words/format.ts';
import { enrolmentLabels, rosterLabels, statusLabels } from '../../words/labels.ts';
import { EntryPanel } from './entry-panel.tsx';
import { rosterColumns } from './roster-columns.tsx';
import classes from './roster-screen.module.css';

interface RosterScreenProps {
  readonly roster: Roster;
  readonly filter: RosterPlaceFilter;
}

/** The filter lives in the address, so that a link from elsewhere can set it and Back undoes it. */
export function RosterScreen({ roster, filter }: RosterScreenProps) {
  const [, navigate] = useLocation();
  const [search, setSearch] = useState('');
  const [openId, setOpenId] = useState<number | null>(null);
  const searchRef = useRef<HTMLInputElement>(null);
  const list = useRosterList(roster, filter, search.trim());
  const columns = useMemo(() => rosterColumns(roster), [roster]);
  const setFilter = (next: RosterPlaceFilter) => navigate(places.roster(roster, next));
  useHotkeys([
    ['mod+F', () => searchRef.current?.focus()],
    ['Escape', () => setOpenId(null)],
  ]);

  return (
    <Page title={rosterLabels[roster]} body="fill" actions={<ImportLink />}>
      <Grid
        label={`Daftar ${rosterLabels[roster]}`}
        columns={columns}
        listKey={list.listKey}
        load={list.load}
        rowKey={(row) => row.id}
        selected={openId}
        onOpen={(row) => setOpenId(row.id)}
      >
        {(state, grid) => (
          <>
            <Group gap="xs" mb="xs" wrap="nowrap">
              <SearchField inputRef={searchRef} value={search} onChange={setSearch} />
              <Filters roster={roster} filter={filter} onChange={setFilter} />
              <RowCount total={state.total} failed={state.error !== null} />
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

function ImportLink() {
  return (
    <Button variant="default" component={Link} href={places.imports}>
      Impor daftar
    </Button>
  );
}

/** The list that filter and words describe, once typing has paused. */
function useRosterList(roster: Roster, filter: RosterPlaceFilter, search: string) {
  const { engine } = useBridge();
  const [settled] = useDebouncedValue(search, 180);
  const asked = useMemo<RosterFilter>(
    () => ({ roster, ...filter, ...(settled === '' ? {} : { search: settled }) }),
    [roster, filter, settled],
  );
  const load = useCallback(
    (offset: number, limit: number) => engine.call('roster.page', { filter: asked, offset, limit }),
    [engine, asked],
  );
  return {
    listKey: ['roster.page', asked],
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

function RowCount({ total, failed }: { readonly total: number | null; readonly failed: boolean }) {
  return (
    <Text size="sm" c="dimmed" ml="auto" style={{ whiteSpace: 'nowrap' }} role="status">
      {total === null ? (failed ? '' : 'Memuat') : `${formatCount(total)} orang`}
    </Text>
  );
}

interface FiltersProps {
  readonly roster: Roster;
  readonly filter: RosterPlaceFilter;
  readonly onChange: (filter: RosterPlaceFilter) => void;
}

function Filters({ roster, filter, onChange }: FiltersProps) {
  return (
    <>
      <UnitSelect
        roster={roster}
        value={filter.unitId ?? null}
        onChange={(unitId) => onChange({ ...filter, unitId: unitId ?? undefined })}
      />
      <NativeSelect
        aria-label="Kepesertaan"
        w={165}
        value={filter.enrolment ?? ''}
        onChange={(event) => {
          const { value } = event.currentTarget;
          onChange({
            ...filter,
            enrolment: enrolments.find((one): one is Enrolment => one === value),
          });
        }}
        data={[
          { value: '', label: 'Semua kepesertaan' },
          ...enrolments.map((value) => ({ value, label: enrolmentLabels[value] })),
        ]}
      />
      <NativeSelect
        aria-label="Status"
        w={135}
        value={filter.status ?? ''}
        onChange={(event) => {
          const { value } = event.currentTarget;
          onChange({
            ...filter,
            status: entryStatuses.find((one): one is EntryStatus => one === value),
          });
        }}
        data={[
          { value: '', label: 'Semua status' },
          ...entryStatuses.map((value) => ({ value, label: statusLabels[value] })),
        ]}
      />
    </>
  );
}

interface ListBodyProps {
  readonly state: GridState;
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
