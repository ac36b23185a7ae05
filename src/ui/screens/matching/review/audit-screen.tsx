/** How well the matcher does: a random sample of its links, labelled blind, and what the labels say. */
import { Button, Group, NumberInput, Select, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Audit } from '../../../../contract/review-routes.ts';
import { places } from '../../../app/places.ts';
import { useOpenStore } from '../../../app/store-context.tsx';
import { useJob, useRoute } from '../../../bridge/use-engine.ts';
import { Answer } from '../../../parts/answer.tsx';
import { Card } from '../../../parts/card.tsx';
import { ErrorNote } from '../../../parts/error-note.tsx';
import { Page } from '../../../parts/page.tsx';
import { formatCount, formatDate, formatMoment } from '../../../words/format.ts';
import { linkClassWords } from '../../../words/work-words.ts';
import { AuditExport } from './audit-export.tsx';
import { AuditLabels } from './audit-labels.tsx';
import classes from './review.module.css';
import { formatShare } from './words.ts';

/** Samples are kept with their run; an older one stays as it was labelled. */
export function AuditScreen() {
  const audits = useRoute('review.audits', {});
  const [chosen, setChosen] = useState<number | null>(null);
  return (
    <Page
      title="Uji petik"
      hint="Contoh acak dari pasangan yang ditetapkan otomatis, dinilai tanpa melihat hitungan Padan."
      actions={
        <>
          <DrawAudit onDrawn={setChosen} />
          <Button variant="default" component={Link} href={places.review}>
            Ke pemeriksaan
          </Button>
        </>
      }
    >
      <Answer query={audits} skeletonRows={8}>
        {(list) => {
          const shown = list.find(({ id }) => id === chosen) ?? list[0];
          if (shown === undefined) {
            return (
              <Card>
                <Text size="sm">
                  Belum ada contoh. Ambil contoh, lalu nilai tiap pasangan: sama, beda, atau tidak
                  tahu. Dari jawaban itu dihitung ketepatan pemadanan beserta selangnya.
                </Text>
              </Card>
            );
          }
          return (
            <div className={classes.side}>
              <Figures audit={shown} list={list} onChoose={setChosen} />
              <AuditLabels key={shown.id} audit={shown} />
            </div>
          );
        }}
      </Answer>
    </Page>
  );
}

function DrawAudit({ onDrawn }: { readonly onDrawn: (id: number) => void }) {
  const { readOnly } = useOpenStore();
  const job = useJob('review.drawAudit');
  const [size, setSize] = useState(100);
  return (
    <Group gap="xs" wrap="nowrap">
      {job.error === null ? null : <ErrorNote error={job.error} />}
      <NumberInput
        aria-label="Banyaknya contoh"
        w={90}
        min={10}
        max={2000}
        step={10}
        allowDecimal={false}
        value={size}
        onChange={(value) => {
          if (typeof value === 'number') setSize(value);
        }}
      />
      <Button
        loading={job.running}
        disabled={readOnly || size < 10 || size > 2000}
        onClick={() =>
          void job.run({ size }).then((made) => {
            if (made !== null) onDrawn(made.id);
          })
        }
      >
        Ambil contoh acak
      </Button>
    </Group>
  );
}

interface FiguresProps {
  readonly audit: Audit;
  readonly list: readonly Audit[];
  readonly onChoose: (id: number) => void;
}

function Figures({ audit, list, onChoose }: FiguresProps) {
  const { precision } = audit;
  return (
    <Card
      title="Ketepatan"
      remark={`Posisi data BPJS ${formatDate(audit.asOf)}, diambil ${formatMoment(audit.takenAt)}`}
      actions={
        <Group gap="xs" wrap="nowrap">
          {list.length < 2 ? null : (
            <Select
              aria-label="Contoh"
              w={220}
              allowDeselect={false}
              value={String(audit.id)}
              onChange={(value) => onChoose(Number(value))}
              data={list.map((one) => ({
                value: String(one.id),
                label: `${formatMoment(one.takenAt)}, ${formatCount(one.size)} pasangan`,
              }))}
            />
          )}
          <AuditExport auditId={audit.id} />
        </Group>
      }
    >
      <Text fw={600} size="lg">
        {precision === null
          ? 'Belum ada yang dinilai'
          : `${formatShare(precision.share)} tepat (selang 95 %: ${formatShare(precision.low)}–${formatShare(precision.high)})`}
      </Text>
      <Text size="sm" c="dimmed" mb="xs">
        {formatCount(audit.labelled)} dari {formatCount(audit.size)} contoh sudah dinilai. Selang
        Wilson, ditimbang menurut jumlah tiap kelompok; yang dijawab tidak tahu tidak dihitung.
      </Text>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Cara ditemukan</Table.Th>
            <Table.Th ta="right">Pasangan</Table.Th>
            <Table.Th ta="right">Contoh</Table.Th>
            <Table.Th ta="right">Sama</Table.Th>
            <Table.Th ta="right">Beda</Table.Th>
            <Table.Th ta="right">Tidak tahu</Table.Th>
            <Table.Th ta="right">Ketepatan (selang 95 %)</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {audit.classes.map((one) => (
            <Table.Tr key={one.class}>
              <Table.Td>{linkClassWords(one.class).label}</Table.Td>
              <Table.Td ta="right">{formatCount(one.population)}</Table.Td>
              <Table.Td ta="right">{formatCount(one.sampled)}</Table.Td>
              <Table.Td ta="right">{formatCount(one.right)}</Table.Td>
              <Table.Td ta="right">{formatCount(one.wrong)}</Table.Td>
              <Table.Td ta="right">{formatCount(one.unsure)}</Table.Td>
              <Table.Td ta="right">
                {one.precision === null
                  ? '–'
                  : `${formatShare(one.precision.share)} (${formatShare(one.precision.low)}–${formatShare(one.precision.high)})`}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Card>
  );
}
