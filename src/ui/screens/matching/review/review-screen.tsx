/** Pairs to decide, one at a time, by key: both records, the evidence, the other candidates. */
import {
  ActionIcon,
  Button,
  EmptyState,
  Menu,
  Progress,
  SegmentedControl,
  Text,
  TextInput,
} from '@mantine/core';
import { IconChevronDown, IconCircleCheck, IconKeyboard } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { Link } from 'wouter';
import { queueStates, type ReviewFilter } from '../../../../contract/review-routes.ts';
import type { RouteOut } from '../../../../contract/routes.ts';
import { places } from '../../../app/places.ts';
import { useOpenStore } from '../../../app/store-context.tsx';
import { useRoute } from '../../../bridge/use-engine.ts';
import { Answer } from '../../../parts/answer.tsx';
import { Card } from '../../../parts/card.tsx';
import { Page } from '../../../parts/page.tsx';
import { formatCount } from '../../../words/format.ts';
import { AnswersDialog } from './answers-dialog.tsx';
import { BulkDialog } from './bulk-dialog.tsx';
import { Candidates } from './candidates.tsx';
import { KeyHelp } from './key-help.tsx';
import { PairCard } from './pair-card.tsx';
import { QueueFilters } from './queue-filters.tsx';
import classes from './review.module.css';
import { ReviewBar } from './review-bar.tsx';
import { RulesDialog } from './rules-dialog.tsx';
import { SendDialog } from './send-dialog.tsx';
import { ThresholdDialog } from './threshold-dialog.tsx';
import { type Operator, useOperator } from './use-operator.ts';
import { type Done, type QueueOptions, useQueue } from './use-queue.ts';
import { useQueueKeys } from './use-queue-keys.ts';
import { Waterfall } from './waterfall.tsx';

type DialogName = 'help' | 'bulk' | 'thresholds' | 'rules' | 'send' | 'answers';

/** Open pairs first; decided ones can be looked up and changed. */
export function ReviewScreen() {
  const [filter, setFilter] = useState<ReviewFilter>({ state: 'open' });
  const [dialog, setDialog] = useState<DialogName | null>(null);
  const [done, setDone] = useState<readonly Done[]>([]);
  const settings = useRoute('review.settings', {});
  const operator = useOperator();
  return (
    <Page
      title="Periksa pasangan"
      hint="Apakah keduanya orang yang sama? Keputusan dipakai juga pada bulan-bulan berikutnya."
      actions={
        <>
          <MoreMenu onOpen={setDialog} />
          <Button variant="default" component={Link} href={places.audit}>
            Uji petik
          </Button>
          <Button variant="default" component={Link} href={places.matching}>
            Ke pemadanan
          </Button>
          <ActionIcon
            variant="default"
            aria-label="Tombol papan ketik"
            title="Tombol papan ketik (?)"
            onClick={() => setDialog('help')}
          >
            <IconKeyboard size={17} />
          </ActionIcon>
        </>
      }
    >
      <Queue
        key={JSON.stringify(filter)}
        filter={filter}
        onFilter={setFilter}
        operator={operator}
        done={done}
        setDone={setDone}
        keysOn={dialog === null}
        onHelp={() => setDialog('help')}
      />
      <Dialogs
        name={dialog}
        filter={filter}
        operator={operator.initials}
        settings={settings.data}
        onDone={(journalId) =>
          setDone((before) => [
            ...before,
            {
              journalId,
              pairKeys: [],
              frees: 'all',
              after: 0,
              leaves: null,
              operator: operator.initials,
            },
          ])
        }
        onClose={() => setDialog(null)}
      />
    </Page>
  );
}

function MoreMenu({ onOpen }: { readonly onOpen: (name: DialogName) => void }) {
  const { readOnly } = useOpenStore();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" rightSection={<IconChevronDown size={14} aria-hidden="true" />}>
          Tindakan
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item disabled={readOnly} onClick={() => onOpen('bulk')}>
          Terima banyak…
        </Menu.Item>
        <Menu.Item onClick={() => onOpen('thresholds')}>Ambang pemadanan…</Menu.Item>
        <Menu.Item disabled={readOnly} onClick={() => onOpen('rules')}>
          Cara memeriksa…
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item disabled={readOnly} onClick={() => onOpen('send')}>
          Kirim ke OPD…
        </Menu.Item>
        <Menu.Item disabled={readOnly} onClick={() => onOpen('answers')}>
          Baca jawaban OPD…
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

interface DialogsProps {
  readonly name: DialogName | null;
  readonly filter: ReviewFilter;
  readonly operator: string | null;
  readonly settings: RouteOut<'review.settings'> | undefined;
  readonly onDone: (journalId: number) => void;
  readonly onClose: () => void;
}

function Dialogs({ name, filter, operator, settings, onDone, onClose }: DialogsProps) {
  const counts = useRoute(
    'review.page',
    { filter: { ...filter, state: 'open' }, limit: 1, operator },
    { enabled: name === 'send' },
  );
  switch (name) {
    case null:
      return null;
    case 'help':
      return <KeyHelp onClose={onClose} />;
    case 'bulk':
      return <BulkDialog {...{ filter, operator, onDone, onClose }} />;
    case 'send':
      return <SendDialog filter={filter} open={counts.data?.open ?? 0} onClose={onClose} />;
    case 'answers':
      return <AnswersDialog {...{ operator, onDone, onClose }} />;
    case 'thresholds':
      return settings === undefined ? null : (
        <ThresholdDialog settings={settings} onClose={onClose} />
      );
    case 'rules':
      return settings === undefined ? null : <RulesDialog settings={settings} onClose={onClose} />;
  }
}

interface QueueProps extends Pick<QueueOptions, 'done' | 'setDone'> {
  readonly filter: ReviewFilter;
  readonly onFilter: (filter: ReviewFilter) => void;
  readonly operator: Operator;
  readonly keysOn: boolean;
  readonly onHelp: () => void;
}

function Queue({ filter, onFilter, operator, done, setDone, keysOn, onHelp }: QueueProps) {
  const queue = useQueue({ filter, operator: operator.initials, done, setDone });
  const noteRef = useRef<HTMLInputElement>(null);
  const deskRef = useRef<HTMLDivElement>(null);
  useQueueKeys(queue, { noteRef, onHelp, enabled: keysOn });
  const { pair, shown } = queue;
  return (
    <Answer query={queue.query} skeletonRows={8} skeletonHeight={30}>
      {(data) => (
        <div className={classes.screen}>
          <QueueFilters filter={filter} blind={data.blind} onChange={onFilter} />
          <StatusLine {...{ data, filter, onFilter, operator }} said={queue.said} />
          {pair === undefined || shown === undefined ? (
            <div className={classes.end}>
              {queue.ended ? (
                <EndOfQueue
                  filter={filter}
                  total={data.open + data.decided}
                  skipped={queue.skipped}
                  onAgain={queue.again}
                />
              ) : null}
            </div>
          ) : (
            <div className={classes.desk}>
              <PairCard
                pair={pair}
                shown={shown}
                number={queue.chosen + 1}
                of={queue.candidates.length}
                busy={queue.busy}
                deskRef={deskRef}
              />
              <div className={classes.side}>
                <Card
                  title="Bukti"
                  p="sm"
                  remark={
                    shown.bars.every(({ bits }) => bits === null)
                      ? data.blind && shown.decision === 'open'
                        ? 'bobot tampil setelah diputuskan'
                        : 'bobot tampil setelah pemadanan berikutnya'
                      : 'ke kanan: mendukung, ke kiri: menentang'
                  }
                >
                  <Waterfall bars={shown.bars} probability={shown.probability} />
                </Card>
                <Candidates queue={queue} />
              </div>
            </div>
          )}
          <ReviewBar queue={queue} noteRef={noteRef} deskRef={deskRef} />
        </div>
      )}
    </Answer>
  );
}

interface StatusLineProps extends Pick<QueueProps, 'filter' | 'onFilter' | 'operator'> {
  readonly data: RouteOut<'review.page'>;
  readonly said: string;
}

const stateNames: Readonly<Record<ReviewFilter['state'], string>> = {
  open: 'Belum diputuskan',
  second: 'Menunggu petugas kedua',
  decided: 'Sudah diputuskan',
  all: 'Semua',
};

function StatusLine({ data, filter, onFilter, operator, said }: StatusLineProps) {
  const { open, second, decided } = data;
  const total = open + decided;
  const counts = { open, second, decided, all: total };
  const shownStates = queueStates.filter(
    (state) => state !== 'second' || second > 0 || filter.state === 'second',
  );
  return (
    <div className={classes.status}>
      <SegmentedControl
        aria-label="Pasangan yang ditampilkan"
        value={filter.state}
        onChange={(value) => {
          const state = queueStates.find((one) => one === value);
          if (state !== undefined) onFilter({ ...filter, state });
        }}
        data={shownStates.map((state) => ({
          value: state,
          label: `${stateNames[state]} (${formatCount(counts[state])})`,
        }))}
      />
      <div className={classes.progress}>
        <Progress
          size="sm"
          value={total === 0 ? 0 : (decided / total) * 100}
          aria-label={`${formatCount(decided)} dari ${formatCount(total)} pasangan sudah diputuskan`}
        />
        <Text size="sm" c="dimmed" role="status" truncate="end" mih={20}>
          {said}
        </Text>
      </div>
      <TextInput
        aria-label="Inisial petugas"
        placeholder="Inisial petugas"
        w={120}
        value={operator.text}
        onChange={(event) => operator.setText(event.currentTarget.value)}
      />
    </div>
  );
}

interface EndOfQueueProps {
  readonly filter: ReviewFilter;
  /** Pairs of the filter, decided or not. */
  readonly total: number;
  readonly skipped: boolean;
  readonly onAgain: () => void;
}

function EndOfQueue({ filter, total, skipped, onAgain }: EndOfQueueProps) {
  const words = wordsOfEnd(filter, total, skipped);
  return (
    <EmptyState
      icon={<IconCircleCheck stroke={1.4} />}
      title={words.title}
      description={words.description}
    >
      {skipped ? (
        <EmptyState.Actions>
          <Button variant="default" onClick={onAgain}>
            Mulai dari awal
          </Button>
        </EmptyState.Actions>
      ) : words.next === undefined ? null : (
        <EmptyState.Actions>
          <Button component={Link} href={words.next.to}>
            {words.next.label}
          </Button>
        </EmptyState.Actions>
      )}
    </EmptyState>
  );
}

interface EndWords {
  readonly title: string;
  readonly description?: string;
  readonly next?: { readonly label: string; readonly to: string };
}

/** Nothing to decide has several reasons; each has its own next step. */
function wordsOfEnd(filter: ReviewFilter, total: number, skipped: boolean): EndWords {
  if (skipped) {
    return {
      title: 'Sampai di akhir antrean',
      description: 'Pasangan yang dilewati dapat dilihat lagi dari awal.',
    };
  }
  if (total === 0) {
    return Object.keys(filter).length > 1
      ? { title: 'Tidak ada pasangan menurut saringan ini' }
      : {
          title: 'Tidak ada pasangan untuk diperiksa',
          description: 'Pasangan yang meragukan masuk ke sini setiap kali daftar dipadankan.',
          next: { label: 'Ke pemadanan', to: places.matching },
        };
  }
  if (filter.state !== 'open') return { title: 'Tidak ada pasangan' };
  return {
    title: 'Tidak ada pasangan yang perlu diperiksa',
    description:
      'Semua pasangan menurut saringan ini sudah diputuskan. Temuan dapat dihitung ulang.',
    next: { label: 'Lihat temuan', to: places.findings() },
  };
}
