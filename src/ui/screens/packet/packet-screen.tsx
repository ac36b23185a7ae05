/** The Monev packet: what the letterhead still lacks, how to print, what came out. */
import {
  Button,
  Checkbox,
  Grid,
  Group,
  SegmentedControl,
  Stack,
  Table,
  Text,
  TextInput,
  VisuallyHidden,
} from '@mantine/core';
import { IconCheck, IconExternalLink, IconFolder, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import type { RouteOut } from '../../../contract/routes.ts';
import type { RegencyProfile } from '../../../contract/store-routes.ts';
import { useBridge } from '../../bridge/bridge-context.tsx';
import { useJob, useRoute } from '../../bridge/use-engine.ts';
import { Answer } from '../../parts/answer.tsx';
import { Card } from '../../parts/card.tsx';
import { DateField } from '../../parts/date-field.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';
import { JobProgressNote } from '../../parts/job-progress.tsx';
import { Page } from '../../parts/page.tsx';
import { showError } from '../../parts/show-error.tsx';
import { asAppError } from '../../words/as-app-error.ts';
import { civilDateOf, formatBytes, formatCount } from '../../words/format.ts';
import { packetKindLabels } from '../../words/labels.ts';
import { ProfileCheck } from './profile-check.tsx';

/** Prints what the store holds now; totals in it equal the screens'. */
export function PacketScreen() {
  const profile = useRoute('profile.get', {});
  return (
    <Page
      title="Paket Monev"
      hint="Surat pengantar, tabel cakupan, kebutuhan anggaran, dan daftar yang belum terdaftar, dalam PDF dan XLSX."
    >
      <Answer query={profile} skeletonRows={6} skeletonHeight={34}>
        {(data) => <PacketBody profile={data} />}
      </Answer>
    </Page>
  );
}

function PacketBody({ profile }: { readonly profile: RegencyProfile }) {
  const print = useJob('packet.print');
  return (
    <Stack gap="md">
      <Grid gap="md">
        <Grid.Col span={7}>
          {print.running ? (
            <JobProgressNote
              title="Mencetak paket"
              progress={print.progress}
              onCancel={print.cancel}
            />
          ) : (
            <PrintForm profile={profile} onPrint={print.run} />
          )}
        </Grid.Col>
        <Grid.Col span={5}>
          <ProfileCheck profile={profile} />
        </Grid.Col>
      </Grid>
      {print.error === null ? null : <ErrorNote error={print.error} />}
      {print.result === null ? null : <PrintedFiles printed={print.result} />}
    </Stack>
  );
}

interface PrintFormProps {
  readonly profile: RegencyProfile;
  readonly onPrint: ReturnType<typeof useJob<'packet.print'>>['run'];
}

function PrintForm({ profile, onPrint }: PrintFormProps) {
  const { shell } = useBridge();
  const [paper, setPaper] = useState<'A4' | 'F4'>('F4');
  const [letterNumber, setLetterNumber] = useState(profile.letterNumber);
  const [benefits, setBenefits] = useState(false);
  const [letterDate, setLetterDate] = useState<string | null>(() => civilDateOf(new Date()));

  async function print() {
    const folder = await shell.chooseFolder();
    if (folder === null) return;
    await onPrint({
      folder: folder.file,
      paper,
      // Empty is an answer too: left out, the profile's number would be printed.
      letterNumber: letterNumber.trim(),
      ...(letterDate === null ? {} : { letterDate }),
      benefits,
    });
  }

  return (
    <Card title="Cetak" h="100%">
      <Group align="flex-end" gap="md" mb="md">
        <div>
          <Text size="sm" fw={500} mb={2} id="kertas">
            Kertas
          </Text>
          <SegmentedControl
            aria-labelledby="kertas"
            value={paper}
            onChange={(value) => setPaper(value === 'A4' ? 'A4' : 'F4')}
            data={[
              { value: 'F4', label: 'F4 (215 × 330 mm)' },
              { value: 'A4', label: 'A4' },
            ]}
          />
        </div>
        <TextInput
          label="Nomor surat"
          placeholder="Dikosongkan bila belum ada"
          value={letterNumber}
          maxLength={60}
          onChange={(event) => setLetterNumber(event.currentTarget.value)}
          w={230}
        />
        <DateField label="Tanggal surat" value={letterDate} onChange={setLetterDate} />
      </Group>
      <Checkbox
        mb="md"
        label="Sertakan manfaat pelindungan"
        description="Tabel manfaat bagi yang belum aktif, di lampiran anggaran."
        checked={benefits}
        onChange={(event) => setBenefits(event.currentTarget.checked)}
      />
      <Button
        size="sm"
        leftSection={<IconPrinter size={17} aria-hidden="true" />}
        onClick={() => print().catch((error) => showError(asAppError(error)))}
      >
        Pilih folder dan cetak
      </Button>
    </Card>
  );
}

function PrintedFiles({ printed }: { readonly printed: RouteOut<'packet.print'> }) {
  const { shell } = useBridge();
  const failed = (error: unknown) => showError(asAppError(error));
  return (
    <Card
      title={
        <Group gap={6} component="span">
          <IconCheck size={18} color="var(--mantine-color-teal-7)" aria-hidden="true" />
          Paket selesai dicetak
        </Group>
      }
      actions={
        <Button
          variant="default"
          leftSection={<IconFolder size={16} aria-hidden="true" />}
          onClick={() => shell.show(printed.folder).catch(failed)}
        >
          Buka folder
        </Button>
      }
    >
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Berkas</Table.Th>
            <Table.Th>Isi</Table.Th>
            <Table.Th ta="right">Halaman</Table.Th>
            <Table.Th ta="right">Ukuran</Table.Th>
            <Table.Th w={110}>
              <VisuallyHidden>Tindakan</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {printed.files.map((file) => (
            <Table.Tr key={file.file}>
              <Table.Td>{file.fileName}</Table.Td>
              <Table.Td>{packetKindLabels[file.kind]}</Table.Td>
              <Table.Td ta="right">{file.pages === null ? '–' : formatCount(file.pages)}</Table.Td>
              <Table.Td ta="right">{formatBytes(file.bytes)}</Table.Td>
              <Table.Td ta="right">
                <Button
                  variant="subtle"
                  size="compact-sm"
                  aria-label={`Buka ${file.fileName}`}
                  rightSection={<IconExternalLink size={14} aria-hidden="true" />}
                  onClick={() => shell.open(file.file).catch(failed)}
                >
                  Buka
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Card>
  );
}
