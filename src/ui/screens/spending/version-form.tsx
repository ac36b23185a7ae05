/** A budget document: its name and date, and its lines from a file, from the last one, or from the computed need. */
import {
  Button,
  Group,
  Modal,
  NativeSelect,
  NumberInput,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import { useState } from 'react';
import type { BudgetView } from '../../../contract/budget-routes.ts';
import type { RouteOut } from '../../../contract/routes.ts';
import { type Allocation, versionKinds } from '../../../contract/spending-routes.ts';
import { useBridge } from '../../bridge/bridge-context.tsx';
import { useCommand } from '../../bridge/use-engine.ts';
import { DateField } from '../../parts/date-field.tsx';
import { showError } from '../../parts/show-error.tsx';
import { asAppError } from '../../words/as-app-error.ts';
import { civilDateOf, formatCount, formatRupiah } from '../../words/format.ts';
import { readIssueText, versionKindLabels } from '../../words/spending-words.ts';
import { useDeed } from './use-deed.tsx';
import { amountOf, draftOf, type LineDraft, VersionLines } from './version-lines.tsx';

type Overview = RouteOut<'spending.overview'>;
type Kind = (typeof versionKinds)[number];

interface Source {
  readonly from: string;
  readonly lines: readonly Allocation[];
  /** What was left out of the source, in words. */
  readonly remarks: readonly string[];
}

/** The lines as they would be sent; null while there are none or an amount does not read. */
function completeLines(drafts: readonly LineDraft[]): Allocation[] | null {
  const lines = drafts.flatMap((draft) => {
    const amount = amountOf(draft);
    return amount === null ? [] : [{ ...draft.line, amount }];
  });
  return lines.length > 0 && lines.length === drafts.length ? lines : null;
}

interface VersionFormProps {
  readonly overview: Overview;
  readonly onClose: () => void;
}

/** What a year usually decides next. */
function nextKind({ versions }: Overview): Kind {
  return versions.length === 0 ? 'murni' : 'pergeseran';
}

export function VersionForm({ overview, onClose }: VersionFormProps) {
  const { versions, year } = overview;
  const [kind, setKind] = useState<Kind>(() => nextKind(overview));
  const next = Math.max(0, ...versions.filter((one) => one.kind === kind).map((one) => one.number));
  const [number, setNumber] = useState<number | null>(null);
  const [decidedOn, setDecidedOn] = useState<string | null>(() => civilDateOf(new Date()));
  const [basis, setBasis] = useState('');
  const [source, setSource] = useState<Source | null>(null);
  const [drafts, setDrafts] = useState<readonly LineDraft[]>([]);
  const save = useCommand('spending.saveVersion');
  const doDeed = useDeed();

  async function submit() {
    const lines = completeLines(drafts);
    if (lines === null || decidedOn === null) return;
    const version = { year, kind, number: number ?? next + 1, decidedOn, basis };
    const work = save.mutateAsync({ ...version, lines });
    if (await doDeed(work, 'Dokumen anggaran disimpan.')) onClose();
  }

  return (
    <Modal opened onClose={onClose} size="xl" title={`Catat dokumen anggaran tahun ${year}`}>
      <Stack gap="sm">
        <Group gap="xs" align="flex-start" grow>
          <NativeSelect
            label="Jenis"
            value={kind}
            onChange={(event) => {
              setKind(versionKinds.find((one) => one === event.currentTarget.value) ?? 'murni');
              setNumber(null);
            }}
            data={versionKinds.map((value) => ({ value, label: versionKindLabels[value] }))}
          />
          <NumberInput
            label="Ke-"
            min={1}
            max={99}
            allowDecimal={false}
            value={number ?? next + 1}
            onChange={(value) => setNumber(typeof value === 'number' && value >= 1 ? value : null)}
          />
          <DateField label="Tanggal penetapan" value={decidedOn} onChange={setDecidedOn} />
          <TextInput
            label="Dasar"
            placeholder="Perda 5/2026"
            maxLength={200}
            value={basis}
            onChange={(event) => setBasis(event.currentTarget.value)}
          />
        </Group>
        <Sources
          overview={overview}
          onSource={(found) => {
            setSource(found);
            setDrafts(found.lines.map(draftOf));
          }}
        />
        {source === null ? (
          <Text size="sm" c="dimmed">
            Pilih asal baris anggaran. Berkas memerlukan kolom kode rekening dan pagu.
          </Text>
        ) : (
          <>
            <SourceRemarks source={source} drafts={drafts} />
            <VersionLines drafts={drafts} onChange={setDrafts} />
          </>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Batal
          </Button>
          <Button
            disabled={completeLines(drafts) === null || decidedOn === null}
            loading={save.isPending}
            onClick={() => void submit()}
          >
            Simpan
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function Sources({
  overview,
  onSource,
}: {
  readonly overview: Overview;
  readonly onSource: (source: Source) => void;
}) {
  const { engine, shell } = useBridge();
  const [busy, setBusy] = useState(false);
  const last = overview.versions.at(-1);

  async function take(read: () => Promise<Source | null>) {
    setBusy(true);
    try {
      const found = await read();
      if (found !== null) onSource(found);
    } catch (error) {
      showError(asAppError(error));
    } finally {
      setBusy(false);
    }
  }

  async function fromFile(): Promise<Source | null> {
    const [file] = await shell.openTables();
    if (file === undefined) return null;
    const asked = { file: file.file, fundSource: 'apbd-pad' } as const;
    const found = await engine.call('spending.readAllocations', asked);
    return {
      from: found.fileName,
      lines: found.rows.flatMap(({ line }) => line ?? []),
      remarks: found.rows
        .filter(({ issues }) => issues.length > 0)
        .map(({ row, issues }) => `Baris ${row}: ${issues.map(readIssueText).join('. ')}`),
    };
  }

  async function fromLast(id: number): Promise<Source> {
    const lines = await engine.call('spending.version', { id });
    return { from: 'dokumen terakhir', lines: lines.map(withoutName), remarks: [] };
  }

  return (
    <Group gap="xs">
      <Button variant="default" disabled={busy} onClick={() => void take(fromFile)}>
        Dari berkas
      </Button>
      <Button
        variant="default"
        disabled={busy}
        onClick={() =>
          void take(async () =>
            fromNeed(await engine.call('budget.compute', { year: overview.year, scope: 'all' })),
          )
        }
      >
        Dari kebutuhan semua pekerja
      </Button>
      <Button
        variant="default"
        disabled={busy}
        onClick={() => onSource({ from: 'isian sendiri', lines: [], remarks: [] })}
      >
        Isi sendiri
      </Button>
      {last === undefined ? null : (
        <Button
          variant="default"
          disabled={busy}
          onClick={() => void take(() => fromLast(last.id))}
        >
          Salin dokumen terakhir
        </Button>
      )}
    </Group>
  );
}

function withoutName({ unitName: _, ...line }: RouteOut<'spending.version'>[number]): Allocation {
  return line;
}

/** The need by account and fund; what has no account yet is said, not dropped in silence. */
function fromNeed(view: BudgetView): Source {
  const lines = new Map<string, Allocation>();
  let without = 0;
  for (const { accountCode, accountName, fundSource, amount } of view.lines) {
    if (accountCode === '') {
      without += amount;
      continue;
    }
    const key = `${accountCode} ${fundSource}`;
    const before = lines.get(key)?.amount ?? 0;
    const sum = before + amount;
    lines.set(key, { accountCode, accountName, fundSource, unitId: null, amount: sum });
  }
  return {
    from: 'kebutuhan yang dihitung Padan',
    lines: [...lines.values()],
    remarks: without === 0 ? [] : [`${formatRupiah(without)} belum punya rekening dan tidak ikut.`],
  };
}

function SourceRemarks({
  source,
  drafts,
}: {
  readonly source: Source;
  readonly drafts: readonly LineDraft[];
}) {
  const total = drafts.reduce((sum, draft) => sum + (amountOf(draft) ?? 0), 0);
  return (
    <>
      <Text size="sm">
        {formatCount(drafts.length)} baris dari {source.from}, {formatRupiah(total)}
      </Text>
      {source.remarks.slice(0, 5).map((remark) => (
        <Text key={remark} size="sm" c="var(--padan-warning-text)">
          {remark}
        </Text>
      ))}
      {source.remarks.length <= 5 ? null : (
        <Text size="sm" c="dimmed">
          dan {formatCount(source.remarks.length - 5)} baris lain
        </Text>
      )}
    </>
  );
}
