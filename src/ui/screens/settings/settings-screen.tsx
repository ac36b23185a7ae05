/** The office's own data for the letter, the health of the file, and what Padan is made of. */
import { Stack } from '@mantine/core';
import { useRoute } from '../../bridge/use-engine.ts';
import { Answer } from '../../parts/answer.tsx';
import { Page } from '../../parts/page.tsx';
import { AboutCard } from './about-card.tsx';
import { ProfileForm } from './profile-form.tsx';
import { VerifyCard } from './verify-card.tsx';

/** Three sections, the form first. */
export function SettingsScreen() {
  const profile = useRoute('profile.get', {});
  return (
    <Page title="Pengaturan">
      <Stack gap="md" maw={900}>
        <Answer query={profile} skeletonRows={8} skeletonHeight={34}>
          {(data) => <ProfileForm key={JSON.stringify(data)} profile={data} />}
        </Answer>
        <VerifyCard />
        <AboutCard />
      </Stack>
    </Page>
  );
}
