/** What Padan remembers of sources, each with the way to forget it. */
import { Button, Table, Text, VisuallyHidden } from '@mantine/core';
import type { RouteOut } from '../../../contract/routes.ts';
import { useOpenStore } from '../../app/store-context.tsx';
import { useCommand, useRoute } from '../../bridge/use-engine.ts';
import { Card } from '../../parts/card.tsx';
import { showError } from '../../parts/show-error.tsx';
import { formatMoment } from '../../words/format.ts';
import { profileText } from '../../words/import-words.ts';
import { importKindLabels } from '../../words/labels.ts';

type Profile = RouteOut<'import.profiles'>[number];

/** Shown once there is something to forget. */
export function RememberedSources() {
  const profiles = useRoute('import.profiles', {});
  if (profiles.data === undefined || profiles.data.length === 0) return null;
  return (
    <Card title="Cara baca yang diingat" remark="Dipakai lagi untuk berkas dengan judul kolom sama">
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Dari impor</Table.Th>
            <Table.Th>Jenis data</Table.Th>
            <Table.Th>Yang diingat</Table.Th>
            <Table.Th>Sejak</Table.Th>
            <Table.Th w={110}>
              <VisuallyHidden>Tindakan</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {profiles.data.map((profile) => (
            <ProfileLine key={profile.id} profile={profile} />
          ))}
        </Table.Tbody>
      </Table>
    </Card>
  );
}

function ProfileLine({ profile }: { readonly profile: Profile }) {
  const forget = useCommand('import.forgetProfile');
  const { readOnly } = useOpenStore();
  return (
    <Table.Tr>
      <Table.Td maw={240}>
        <Text size="sm" truncate="end" title={profile.fileName}>
          {profile.fileName}
        </Text>
      </Table.Td>
      <Table.Td>{importKindLabels[profile.kind]}</Table.Td>
      <Table.Td>{profileText(profile)}</Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>{formatMoment(profile.savedAt)}</Table.Td>
      <Table.Td>
        <Button
          size="xs"
          variant="default"
          disabled={readOnly}
          loading={forget.isPending}
          aria-label={`Lupakan cara baca ${profile.fileName}`}
          onClick={() => forget.mutate({ profileId: profile.id }, { onError: showError })}
        >
          Lupakan
        </Button>
      </Table.Td>
    </Table.Tr>
  );
}
