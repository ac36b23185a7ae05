/** A budget document: its name and date, and its lines from a file, from the last one, or from the computed need. */
import {
  Button,
  Group,
  Modal,
  NativeSelect,
  NumberInput,
  Stack,
  Table,
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
import { ScrollRegion } from '../../parts/scroll-region.tsx';
import { showError } from '../../parts/show-error.tsx';
import { asAppError } from '../../words/as-app-error.ts';
import { civilDateOf, formatCount, formatRupiah } from '../../words/format.ts';
import { fundSourceLabels } from '../../words/labels.ts';
import { readIssueText, versionKindLabels } from '../../words/spending-words.ts';
import { useDeed } from './use-deed.tsx';

type Overview = RouteOut<'spending.overview'>;
type Kind = (typeof versionKinds)[number];

interface Source {
  readonly from: string;
  readonly lines: readonly Allocation[];
  /** What was left out of the source, in words. */
  readonly remarks: readonly string[];
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
  const save = useCommand('spending.saveVersion');
  const doDeed = useDeed();

  async function submit() {
    if (source === null || decidedOn === null) return;
    const version = { year, kind, number: number ?? next + 1, decidedOn, basis };
    const work = save.mutateAsync({ ...version, lines: [...source.lines] });
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
        <Sources overview={overview} onSource={setSource} />
        {source === null ? (
          <Text size="sm" c="dimmed">
            Pilih asal baris anggaran. Berkas memerlukan kolom kode rekening dan pagu.
          </Text>
        ) : (
          <SourceLines source={source} />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Batal
          </Button>
          <Button
            disabled={source === null || source.lines.length === 0 || decidedOn === null}
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

function SourceLines({ source }: { readonly source: Source }) {
  const total = source.lines.reduce((sum, { amount }) => sum + amount, 0);
  return (
    <>
      <Text size="sm">
        {formatCount(source.lines.length)} baris dari {source.from}, {formatRupiah(total)}
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
      <ScrollRegion label="Baris anggaran">
        <div style={{ maxHeight: '34vh' }}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Rekening</Table.Th>
                <Table.Th>Uraian</Table.Th>
                <Table.Th>Sumber dana</Table.Th>
                <Table.Th ta="right">Jumlah</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {source.lines.map((line) => (
                <Table.Tr key={`${line.accountCode} ${line.fundSource} ${line.unitId ?? ''}`}>
                  <Table.Td>{line.accountCode}</Table.Td>
                  <Table.Td>{line.accountName}</Table.Td>
                  <Table.Td>{fundSourceLabels[line.fundSource]}</Table.Td>
                  <Table.Td ta="right">{formatRupiah(line.amount)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      </ScrollRegion>
    </>
  );
}
