import { Button, List, Text } from '@mantine/core';
import { Link } from 'wouter';
import type { RegencyProfile } from '../../../contract/store-routes.ts';
import { places } from '../../app/places.ts';
import { Card } from '../../parts/card.tsx';
import { profileGaps } from './profile-gaps.ts';

/** What would be left blank on the letter. Printing works all the same. */
export function ProfileCheck({ profile }: { readonly profile: RegencyProfile }) {
  const gaps = profileGaps(profile);
  return (
    <Card title="Kop dan penanda tangan" h="100%">
      {gaps.length === 0 ? (
        <Text size="sm">
          {profile.officeName}. Ditandatangani {profile.signatoryTitle}, {profile.signatoryName}.
        </Text>
      ) : (
        <>
          <Text size="sm">Belum diisi, dan akan kosong di surat:</Text>
          <List size="sm" mt={4}>
            {gaps.map((gap) => (
              <List.Item key={gap}>{gap}</List.Item>
            ))}
          </List>
        </>
      )}
      <Button variant="light" mt="sm" component={Link} href={places.settings}>
        {gaps.length === 0 ? 'Ubah profil' : 'Lengkapi profil'}
      </Button>
    </Card>
  );
}
