/** A new file: which regency, which year, which passphrase, where to. */
import { Alert, Button, Group, NumberInput, Paper, Select, Text, Title } from '@mantine/core';
import { useBridge } from '../../bridge/bridge-context.tsx';
import { useJob } from '../../bridge/use-engine.ts';
import { ErrorNote } from '../../parts/error-note.tsx';
import { PassphraseInput } from '../../parts/passphrase-input.tsx';
import { showError } from '../../parts/show-error.tsx';
import { asAppError } from '../../words/as-app-error.ts';
import { StrengthMeter } from './strength-meter.tsx';
import {
  isFiscalYear,
  type NewStoreValues,
  useNewStoreForm,
  useRegencyOptions,
} from './use-new-store-form.ts';

type NewStoreFormState = ReturnType<typeof useNewStoreForm>;

/** Asks for the place to save last, when everything else is right. */
export function NewStoreForm({ onBack }: { readonly onBack: () => void }) {
  const { shell } = useBridge();
  const create = useJob('store.create');
  const regencies = useRegencyOptions();
  const form = useNewStoreForm();

  async function submit({ regencyCode, fiscalYear, passphrase }: NewStoreValues) {
    if (regencyCode === null || !isFiscalYear(fiscalYear)) return;
    try {
      const name = `${regencies.nameOf(regencyCode)} ${fiscalYear}.padan`;
      const file = await shell.newStore(name);
      if (file === null) return;
      await create.run({ file: file.file, regencyCode, fiscalYear, passphrase });
    } catch (error) {
      showError(asAppError(error));
    }
  }

  return (
    <Paper withBorder p="lg" component="form" onSubmit={form.onSubmit(submit)} noValidate>
      <Title order={2} size="h1" mb="md">
        Buat berkas baru
      </Title>
      {create.error === null ? null : <ErrorNote error={create.error} />}
      <Group align="flex-start" grow preventGrowOverflow={false} mb="sm">
        <Select
          label="Kabupaten/kota"
          placeholder="Ketik nama kabupaten atau kota"
          size="sm"
          searchable
          autoFocus
          data={regencies.options}
          limit={60}
          maxDropdownHeight={280}
          w={380}
          {...form.getInputProps('regencyCode')}
        />
        <NumberInput
          label="Tahun anggaran"
          size="sm"
          min={2015}
          max={2100}
          allowDecimal={false}
          w={150}
          {...form.getInputProps('fiscalYear')}
        />
      </Group>
      <PassphraseFields form={form} />
      <Group justify="flex-end" mt="lg">
        <Button variant="default" size="sm" onClick={onBack} disabled={create.running}>
          Kembali
        </Button>
        <Button type="submit" size="sm" loading={create.running}>
          Pilih tempat dan buat
        </Button>
      </Group>
    </Paper>
  );
}

function PassphraseFields({ form }: { readonly form: NewStoreFormState }) {
  return (
    <>
      <PassphraseInput
        label="Kata sandi"
        autoComplete="new-password"
        {...form.getInputProps('passphrase')}
      />
      <StrengthMeter passphrase={form.values.passphrase} />
      <PassphraseInput
        label="Ulangi kata sandi"
        autoComplete="new-password"
        {...form.getInputProps('repeated')}
      />
      <Alert color="yellow" mt="md">
        <Text size="sm">
          Kata sandi tidak tersimpan di mana pun dan tidak dapat dipulihkan. Simpan salinannya di
          tempat yang aman.
        </Text>
      </Alert>
    </>
  );
}
