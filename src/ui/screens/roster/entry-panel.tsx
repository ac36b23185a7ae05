/** One person of a roster in full: who, where from, what BPJS has, what was matched and why. */
import { ActionIcon, Button, Group, Text, Title, Tooltip } from '@mantine/core';
import { IconEye, IconPencil, IconX } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import type { EntryDetail, MembershipView } from '../../../contract/roster-routes.ts';
import { places } from '../../app/places.ts';
import { useCommand, useRoute } from '../../bridge/use-engine.ts';
import { Answer } from '../../parts/answer.tsx';
import { EnrolmentBadge } from '../../parts/enrolment-badge.tsx';
import { MaskedNik } from '../../parts/masked-nik.tsx';
import { showError } from '../../parts/show-error.tsx';
import { formatCount, formatDate, formatMoment, formatRupiah } from '../../words/format.ts';
import {
  fundSourceLabel,
  labelOf,
  leaveReasonLabels,
  maritalLabels,
  programmeLabels,
  rosterColumnLabel,
  rosterLabels,
  segmentLabels,
  sexLabels,
  statusLabels,
} from '../../words/labels.ts';
import { journalText, linkClassWords } from '../../words/work-words.ts';
import { EditEntry } from './edit-entry.tsx';
import { EntryFindings } from './entry-findings.tsx';
import { PaidMonths } from './paid-months.tsx';
import { PanelSection as Section } from './panel-section.tsx';
import { PremiumSection } from './premium-section.tsx';
import classes from './roster-screen.module.css';
import { StatusMenu } from './status-menu.tsx';

interface EntryPanelProps {
  readonly entryId: number;
  readonly onClose: () => void;
}

/** Escape closes it. */
export function EntryPanel({ entryId, onClose }: EntryPanelProps) {
  const entry = useRoute('roster.entry', { entryId });
  const [editing, setEditing] = useState(false);
  return (
    <aside
      className={classes.panel}
      aria-label="Rincian orang"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        if (editing) setEditing(false);
        else onClose();
      }}
    >
      <div className={classes.panelHead}>
        <div style={{ minWidth: 0 }}>
          <Title order={2} lineClamp={2}>
            {entry.data?.name ?? 'Memuat'}
          </Title>
          {entry.data === undefined ? null : (
            <Text size="sm" component="div">
              <EnrolmentBadge enrolment={entry.data.enrolment} />
            </Text>
          )}
        </div>
        <ActionIcon color="gray" aria-label="Tutup rincian" onClick={onClose}>
          <IconX size={17} />
        </ActionIcon>
      </div>
      <div className={classes.panelBody}>
        <Answer query={entry} skeletonRows={10}>
          {(detail) =>
            editing ? (
              <EditEntry entry={detail} onDone={() => setEditing(false)} />
            ) : (
              <>
                <Group gap="xs" mb="sm">
                  <Button
                    variant="default"
                    size="compact-sm"
                    leftSection={<IconPencil size={14} aria-hidden="true" />}
                    onClick={() => setEditing(true)}
                  >
                    Ubah data
                  </Button>
                  <StatusMenu entryIds={[detail.id]} statuses={detail.nextStatuses} />
                </Group>
                <EntryBody entry={detail} />
              </>
            )
          }
        </Answer>
      </div>
    </aside>
  );
}

function EntryBody({ entry }: { readonly entry: EntryDetail }) {
  return (
    <>
      <Identity entry={entry} />
      <EntryFindings entry={entry} />
      <Section title="Hasil pemadanan">
        {entry.link === null ? (
          <Text size="sm" c="dimmed">
            Belum ada pasangan di data BPJS.
          </Text>
        ) : (
          <>
            <Text size="sm" fw={600}>
              {linkClassWords(entry.link.class).label}
            </Text>
            <Text size="sm">{entry.link.why}</Text>
          </>
        )}
      </Section>
      <Section title={`Kepesertaan BPJS (${entry.memberships.length})`}>
        {entry.memberships.length === 0 ? (
          <Text size="sm" c="dimmed">
            Tidak ada data kepesertaan.
          </Text>
        ) : (
          entry.memberships.map((one) => <Membership key={one.id} membership={one} />)
        )}
      </Section>
      <Section title="Iuran">
        <PremiumSection entryId={entry.id} />
      </Section>
      <Section title="Bulan terbayar">
        <PaidMonths entryId={entry.id} />
      </Section>
      {entry.otherRosters.length === 0 ? null : (
        <Section title="Juga tercatat di">
          {entry.otherRosters.map((other) => (
            <Text key={other.entryId} size="sm">
              {rosterLabels[other.roster]}
              {other.unitName === null ? '' : `, ${other.unitName}`}
            </Text>
          ))}
        </Section>
      )}
      <Source entry={entry} />
      {entry.history.length === 0 ? null : (
        <Section title="Riwayat">
          <ul className={classes.history}>
            {entry.history.map((one) => (
              <li key={one.id}>
                <span>
                  {journalText(one.action, one.params)}
                  {one.undoable ? <UndoButton journalId={one.id} /> : null}
                </span>
                <Text span size="sm" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
                  {formatMoment(one.at)}
                </Text>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function Identity({ entry }: { readonly entry: EntryDetail }) {
  const unit = [entry.unitName, entry.parentUnitName].filter((one) => one !== null).join(', ');
  return (
    <Facts
      rows={[
        ['NIK', <RevealableNik key="nik" entry={entry} />],
        ['KPJ', entry.kpj],
        ['Lahir', birthText(entry)],
        ['Jenis kelamin', entry.sex === null ? null : sexLabels[entry.sex]],
        ['Status kawin', entry.marital === null ? null : maritalLabels[entry.marital]],
        ['Unit', unit === '' ? null : unit],
        [rosterColumnLabel(entry.roster, 'position'), entry.position],
        ['Jenis', entry.roster === 'non-asn' ? entry.jobKind : null],
        ['NIP', entry.nip],
        ['Segmen', segmentLabels[entry.segment]],
        ['Status', statusText(entry)],
        ['TMT', entry.startDate === null ? null : formatDate(entry.startDate)],
        ['Nomor SK', entry.decree],
        ['Desil', entry.desil],
        ['Nomor DTSEN', entry.dtsenId],
        ['Upah', entry.wage === null ? null : `${formatRupiah(entry.wage)} per bulan`],
        ['Sumber dana', entry.fundSource === null ? null : fundSourceLabel(entry.fundSource)],
        ['Alamat', entry.address],
        ['Telepon', entry.phone],
        ['Keterangan', entry.note],
      ]}
    />
  );
}

function statusText({ status, statusReason }: EntryDetail): string {
  const label = statusLabels[status];
  return statusReason === null
    ? label
    : `${label} (${labelOf(leaveReasonLabels, statusReason).toLowerCase()})`;
}

function UndoButton({ journalId }: { readonly journalId: number }) {
  const undo = useCommand('roster.undoEdit');
  return (
    <Button
      variant="subtle"
      size="compact-xs"
      ml={6}
      loading={undo.isPending}
      onClick={() => undo.mutate({ journalId }, { onError: showError })}
    >
      Urungkan
    </Button>
  );
}

function birthText(entry: EntryDetail): string | null {
  if (entry.birthDate === null) return entry.birthPlace;
  const date = formatDate(entry.birthDate);
  return entry.birthPlace === null ? date : `${entry.birthPlace}, ${date}`;
}

/** Showing the number is written to the history, so it is asked for each time. */
function RevealableNik({ entry }: { readonly entry: EntryDetail }) {
  const reveal = useCommand('roster.revealNik');
  const [nik, setNik] = useState<string | null>(null);
  if (entry.nikMasked === null) return <span>–</span>;
  return (
    <Group gap={6} wrap="nowrap" component="span">
      <MaskedNik nik={nik ?? entry.nikMasked} />
      {nik === null ? (
        <Tooltip label="Tampilkan NIK; dicatat di riwayat">
          <ActionIcon
            size="sm"
            aria-label="Tampilkan NIK"
            loading={reveal.isPending}
            onClick={() =>
              reveal.mutate(
                { entryId: entry.id },
                { onSuccess: (answer) => setNik(answer.nik), onError: showError },
              )
            }
          >
            <IconEye size={16} />
          </ActionIcon>
        </Tooltip>
      ) : null}
    </Group>
  );
}

function Membership({ membership }: { readonly membership: MembershipView }) {
  const programmes = membership.programmes.map((one) => labelOf(programmeLabels, one)).join(', ');
  return (
    <div className={classes.membership}>
      <Group justify="space-between" wrap="nowrap" gap="xs" mb={4}>
        <Text size="sm" fw={600} truncate="end">
          {membership.employer ?? membership.name}
        </Text>
        <Text size="sm" component="div">
          <EnrolmentBadge enrolment={membership.state} />
        </Text>
      </Group>
      <Facts
        rows={[
          ['KPJ', membership.kpj],
          ['NPP', membership.npp],
          ['Program', programmes === '' ? null : programmes],
          ['Mulai', membership.joinedOn === null ? null : formatDate(membership.joinedOn)],
          ['Berakhir', membership.endedOn === null ? null : formatDate(membership.endedOn)],
          [
            'Masa tenggang',
            membership.graceUntil === null ? null : formatDate(membership.graceUntil),
          ],
          ['Upah', membership.wage === null ? null : formatRupiah(membership.wage)],
          ['Sumber', membership.source],
        ]}
      />
    </div>
  );
}

function Source({ entry }: { readonly entry: EntryDetail }) {
  if (entry.source === null) return null;
  return (
    <Section title="Asal data">
      <Text size="sm">
        <Link href={places.batch(entry.source.batchId)}>{entry.source.fileName}</Link>, lembar{' '}
        {entry.source.sheet}, baris {formatCount(entry.source.row)}
      </Text>
    </Section>
  );
}

/** Label and value; what is not known is left out. */
function Facts({ rows }: { readonly rows: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className={classes.facts}>
      {rows.map(([label, value]) =>
        value === null || value === undefined ? null : (
          <div key={label} style={{ display: 'contents' }}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
