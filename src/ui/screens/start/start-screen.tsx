/** The first screen: the sample in one press, an existing file, or a new one. */
import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconFilePlus, IconFolderOpen, IconPlayerPlay } from '@tabler/icons-react';
import { useCallback, useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { places } from '../../app/places.ts';
import { useStartIntent } from '../../app/start-intent.tsx';
import { Wordmark } from '../../app/wordmark.tsx';
import { useBridge } from '../../bridge/bridge-context.tsx';
import type { PickedFile } from '../../bridge/shell-client.ts';
import { useEngineState, useJob } from '../../bridge/use-engine.ts';
import { ErrorNote } from '../../parts/error-note.tsx';
import { JobProgressNote } from '../../parts/job-progress.tsx';
import { showError } from '../../parts/show-error.tsx';
import { asAppError } from '../../words/as-app-error.ts';
import { NewStoreForm } from './new-store-form.tsx';
import { OpenStoreForm } from './open-store-form.tsx';
import { RecentFiles } from './recent-files.tsx';
import classes from './start-screen.module.css';

type Step =
  | { readonly at: 'choose' }
  | { readonly at: 'open'; readonly file: PickedFile }
  | { readonly at: 'new' };

/** Shown while no file is open. */
export function StartScreen() {
  const [step, setStep] = useState<Step>({ at: 'choose' });
  const { intent, take } = useStartIntent();
  const pickStore = usePickStore(setStep);
  const back = () => setStep({ at: 'choose' });
  const [, navigate] = useLocation();

  // The next file starts at its own first screen, not where the last one was left.
  useEffect(() => navigate(places.home, { replace: true }), [navigate]);

  useEffect(() => {
    if (intent === null) return;
    take();
    if (intent === 'new') setStep({ at: 'new' });
    else void pickStore();
  }, [intent, take, pickStore]);

  return (
    <main className={classes.screen}>
      <div className={classes.column}>
        <h1 className={classes.brand}>
          <Wordmark size={26} />
        </h1>
        <Text c="dimmed" mt={6} mb="lg">
          Daftar pekerja kabupaten/kota, dipadankan dengan data BPJS Ketenagakerjaan.
        </Text>
        {step.at === 'choose' ? <Choices onStep={setStep} onPick={pickStore} /> : null}
        {step.at === 'open' ? <OpenStoreForm file={step.file} onBack={back} /> : null}
        {step.at === 'new' ? <NewStoreForm onBack={back} /> : null}
      </div>
    </main>
  );
}

/** Asks the shell for a file, then for its passphrase. */
function usePickStore(onStep: (step: Step) => void) {
  const { shell } = useBridge();
  return useCallback(async () => {
    try {
      const file = await shell.openStore();
      if (file !== null) onStep({ at: 'open', file });
    } catch (error) {
      showError(asAppError(error));
    }
  }, [shell, onStep]);
}

interface ChoicesProps {
  readonly onStep: (step: Step) => void;
  readonly onPick: () => Promise<void>;
}

function Choices({ onStep, onPick }: ChoicesProps) {
  const { restarts } = useEngineState();
  const sample = useJob('store.openSample');

  if (sample.running) {
    return (
      <JobProgressNote
        title="Menyiapkan data contoh"
        progress={sample.progress}
        onCancel={sample.cancel}
      />
    );
  }
  return (
    <Stack gap="md">
      {restarts > 0 ? (
        <Text size="sm" role="status">
          Mesin data sudah berjalan kembali. Buka lagi berkas Anda untuk melanjutkan.
        </Text>
      ) : null}
      {sample.error === null ? null : <ErrorNote error={sample.error} />}
      <SampleOffer onOpen={() => void sample.run({})} />
      <Group grow>
        <Button
          variant="default"
          size="sm"
          onClick={() => void onPick()}
          leftSection={<IconFolderOpen size={17} aria-hidden="true" />}
        >
          Buka berkas Padan
        </Button>
        <Button
          variant="default"
          size="sm"
          onClick={() => onStep({ at: 'new' })}
          leftSection={<IconFilePlus size={17} aria-hidden="true" />}
        >
          Buat berkas baru
        </Button>
      </Group>
      <RecentFiles onOpen={(file) => onStep({ at: 'open', file })} />
    </Stack>
  );
}

function SampleOffer({ onOpen }: { readonly onOpen: () => void }) {
  return (
    <Paper withBorder p="md">
      <Group justify="space-between" wrap="nowrap">
        <div>
          <Title order={2}>Coba dengan data contoh</Title>
          <Text size="sm" c="dimmed">
            Kabupaten contoh dengan berkas siap impor. Semua orang di dalamnya rekaan.
          </Text>
        </div>
        <Button
          size="sm"
          onClick={onOpen}
          leftSection={<IconPlayerPlay size={16} aria-hidden="true" />}
          className={classes.action ?? ''}
        >
          Buka data contoh
        </Button>
      </Group>
    </Paper>
  );
}
