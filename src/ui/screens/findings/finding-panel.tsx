/** One finding in full: why, what it costs, what to do, who sees to it. */
import { Button, CloseButton, Group, Stack, Text, Title } from '@mantine/core';
import type { FindingRow } from '../../../contract/finding-routes.ts';
import { findingReason, findingWords, turnLabels } from '../../../contract/words/finding-words.ts';
import { formatDate, formatRupiah } from '../../words/format.ts';
import { fundLabelOf, rosterLabels } from '../../words/labels.ts';
import panel from '../roster/roster-screen.module.css';
import { FollowUpTag } from './finding-table.tsx';
import classes from './findings.module.css';
import { FollowUpBar } from './follow-up-bar.tsx';

interface FindingPanelProps {
  readonly finding: FindingRow;
  readonly onClose: () => void;
  readonly onPerson: (entryId: number) => void;
}

export function FindingPanel({ finding, onClose, onPerson }: FindingPanelProps) {
  const { entryId } = finding;
  return (
    <aside className={classes.panelBox} aria-label="Temuan">
      <Group justify="space-between" align="flex-start" wrap="nowrap" mb="sm">
        <div>
          <Title order={2}>{finding.name}</Title>
          <Text size="sm" c="dimmed">
            {finding.code} {findingWords[finding.code].label}
          </Text>
        </div>
        <CloseButton aria-label="Tutup" onClick={onClose} />
      </Group>
      <dl className={panel.facts}>
        {factsOf(finding).map(([label, value]) => (
          <Fact key={label} label={label} value={value} />
        ))}
        <dt>Status</dt>
        <dd>
          <FollowUpTag status={finding.status} />
        </dd>
      </dl>
      <Stack gap="xs" mt="md">
        <FollowUpBar single ids={[finding.id]} onDone={() => undefined} />
        {entryId === null ? null : (
          <Button variant="default" onClick={() => onPerson(entryId)}>
            Lihat data orangnya
          </Button>
        )}
      </Stack>
    </aside>
  );
}

function Fact({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </>
  );
}

function factsOf(finding: FindingRow): readonly (readonly [label: string, value: string])[] {
  const { roster, unitName, parentUnitName, premium, info } = finding;
  const unit = [unitName, parentUnitName].filter((one) => one !== null).join(', ');
  return [
    ['Sebab', findingReason(finding.reason)],
    ...infoFacts(info),
    ['NIK', finding.nikMasked ?? '–'],
    ['KPJ', finding.kpj ?? '–'],
    ['Daftar', roster === null ? 'Hanya di data BPJS' : rosterLabels[roster]],
    ['Unit', unit === '' ? '–' : unit],
    ['Iuran per bulan', premium === null ? 'belum dapat dihitung' : formatRupiah(premium)],
    ['Tindak lanjut', findingWords[finding.code].action],
    ['PIC', finding.pic],
    ['Tenggat', `${formatDate(finding.deadline)}${finding.overdue ? ' (lewat)' : ''}`],
    ['Sejak', `${formatDate(finding.since)}, ${turnLabels[finding.turn].toLowerCase()}`],
    ...(finding.ignoreReason === null ? [] : [['Alasan diabaikan', finding.ignoreReason] as const]),
  ];
}

const money = (value: string | number) => formatRupiah(Number(value));

const infoWords: Readonly<
  Record<string, readonly [label: string, show: (value: string | number) => string]>
> = {
  endedOn: ['Berakhir', (value) => formatDate(String(value))],
  employer: ['Pemberi kerja', String],
  npp: ['NPP', String],
  birthDate: ['Tanggal lahir', (value) => formatDate(String(value))],
  rosterWage: ['Upah seharusnya', money],
  bpjsWage: ['Upah di BPJS', money],
  due: ['Iuran seharusnya', money],
  paid: ['Iuran tercatat', money],
  bpjsName: ['Nama di BPJS', String],
  cards: ['Kartu aktif', String],
  rows: ['Jumlah baris', String],
  people: ['Jumlah orang', String],
  funds: [
    'Sumber dana',
    (value) =>
      String(value)
        .split(',')
        .map((one) => fundLabelOf(one))
        .join(' dan '),
  ],
};

function infoFacts(info: FindingRow['info']): readonly (readonly [string, string])[] {
  return Object.entries(info).flatMap(([key, value]) => {
    const words = Object.hasOwn(infoWords, key) ? infoWords[key] : undefined;
    return value === null || words === undefined ? [] : [[words[0], words[1](value)] as const];
  });
}
