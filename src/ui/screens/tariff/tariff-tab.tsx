/** The tariff table of a year in its sections, with the regency's own rows above the ones they stand for. */
import { Alert, Group, Stack, Switch, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import type { TariffList, TariffRowView } from '../../../contract/tariff-routes.ts';
import { useRoute } from '../../bridge/use-engine.ts';
import { Answer } from '../../parts/answer.tsx';
import { formatCount, formatMonth, formatRupiah } from '../../words/format.ts';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { OverrideDialog } from './override-dialog.tsx';
import { OwnTariffs } from './own-tariffs.tsx';
import type { TariffDeed } from './tariff-deed.ts';
import { TariffSection } from './tariff-section.tsx';

const sections: readonly {
  readonly title: string;
  readonly remark?: string;
  readonly holds: (row: TariffRowView) => boolean;
}[] = [
  {
    title: 'JKK dan JKM, penerima upah',
    remark: 'Kantor pemerintah: kelas risiko I',
    holds: ({ figure }) =>
      figure.kind === 'rate' &&
      !figure.withJkp &&
      (figure.programme === 'jkk' || figure.programme === 'jkm'),
  },
  {
    title: 'JHT dan JP, penerima upah',
    holds: ({ figure }) =>
      (figure.kind === 'rate' && (figure.programme === 'jht' || figure.programme === 'jp')) ||
      (figure.kind === 'ceiling' && figure.programme === 'jp'),
  },
  {
    title: 'Bukan penerima upah (BPU)',
    remark: 'Nominal menurut penghasilan yang dinyatakan',
    holds: ({ figure }) => figure.kind === 'bpu-jkm' || figure.kind === 'bracket',
  },
  {
    title: 'Keringanan',
    remark: 'Menurut masa dan sumber dana',
    holds: ({ figure }) => figure.kind === 'relief',
  },
  {
    title: 'Usia',
    holds: ({ figure }) => figure.kind === 'pension-age' || figure.kind === 'bpu-age',
  },
  {
    title: 'BPJS Kesehatan (JKN)',
    remark: 'Dihitung hanya bila dinyalakan di Ketentuan',
    holds: ({ figure }) => 'programme' in figure && figure.programme === 'jkn',
  },
  {
    title: 'JKP',
    remark: 'Hanya untuk perusahaan; tidak berlaku bagi pegawai pemerintah, desa, dan BPU',
    holds: ({ figure }) =>
      'programme' in figure &&
      (figure.programme === 'jkp' || (figure.kind === 'rate' && figure.withJkp)),
  },
];

export function TariffTab({ year }: { readonly year: number }) {
  const list = useRoute('tariff.list', { year }, { keep: true });
  const [deed, setDeed] = useState<TariffDeed | null>(null);
  const [onlyDoubtful, setOnlyDoubtful] = useState(false);
  return (
    <Answer query={list} skeletonRows={10} skeletonHeight={34}>
      {(data) => (
        <Stack gap="md">
          <Summary list={data} onlyDoubtful={onlyDoubtful} onChange={setOnlyDoubtful} />
          <OwnTariffs own={data.own} />
          {sections.map(({ title, remark, holds }) => (
            <TariffSection
              key={title}
              title={title}
              remark={remark}
              rows={data.rows.filter(
                (row) => holds(row) && (!onlyDoubtful || row.confidence !== 'verified'),
              )}
              own={data.own}
              onDeed={setDeed}
            />
          ))}
          {deed?.kind === 'override' ? (
            <OverrideDialog row={deed.row} year={year} onClose={() => setDeed(null)} />
          ) : null}
          {deed?.kind === 'confirm' ? (
            <ConfirmDialog rows={deed.rows} onClose={() => setDeed(null)} />
          ) : null}
        </Stack>
      )}
    </Answer>
  );
}

function Summary(props: {
  readonly list: TariffList;
  readonly onlyDoubtful: boolean;
  readonly onChange: (on: boolean) => void;
}) {
  const { rows, ceilingCarried, year } = props.list;
  const doubtful = rows.filter((row) => row.confidence !== 'verified').length;
  return (
    <>
      {ceilingCarried === null ? null : (
        <Alert color="yellow" icon={<IconInfoCircle size={18} aria-hidden="true" />}>
          <Text size="sm">
            Batas upah JP {year} belum terbit. Yang terakhir diketahui,{' '}
            {formatRupiah(ceilingCarried.amount)} sejak {formatMonth(ceilingCarried.from)}, dipakai
            dan dicetak sebagai asumsi. Isi yang baru lewat Ubah pada barisnya.
          </Text>
        </Alert>
      )}
      <Group justify="space-between">
        <Text size="sm">
          {doubtful === 0
            ? 'Semua baris sudah dicocokkan dengan naskahnya.'
            : `${formatCount(doubtful)} dari ${formatCount(rows.length)} baris belum diverifikasi: cocokkan dengan naskah peraturannya, lalu tandai.`}
        </Text>
        <Switch
          label="Hanya yang belum diverifikasi"
          checked={props.onlyDoubtful}
          onChange={(event) => props.onChange(event.currentTarget.checked)}
        />
      </Group>
    </>
  );
}
