/** A new file: which regency, which year, which passphrase, where to. */
import {
  Alert,
  Button,
  Group,
  NumberInput,
  Paper,
  PasswordInput,
  Select,
  Text,
  Title,
} from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMemo } from 'react';
import { useBridge } from '../../bridge/bridge-context.tsx';
import { useJob, useRoute } from '../../bridge/use-engine.ts';
import { ErrorNote } from '../../parts/error-note.tsx';
import { passphraseAdvice, shortestPassphrase } from './passphrase-strength.ts';
import { StrengthMeter } from './strength-meter.tsx';

interface NewStoreValues {
  readonly regencyCode: string | null;
  readonly fiscalYear: number | string;
  readonly passphrase: string;
  readonly repeated: string;
}

/** Asks for the place to save last, when everything else is right. */
export function NewStoreForm({ onBack }: { readonly onBack: () => void }) {
  const { shell } = useBridge();
  const create = useJob('store.create');
  const regencies = useRegencyOptions();
  const form = useForm<NewStoreValues>({
    initialValues: {
      regencyCode: null,
      fiscalYear: new Date().getFullYear() + 1,
      passphrase: '',
      repeated: '',
    },
    validate: {
      regencyCode: (code) => (code === null ? 'Pilih kabupaten/kota' : null),
      fiscalYear: (year) => (isFiscalYear(year) ? null : 'Isi tahun 2015–2100'),
      passphrase: (text) =>
        passphraseAdvice(text).level === 0 ? `Minimal ${shortestPassphrase} karakter` : null,
      repeated: (text, values) => (text === values.passphrase ? null : 'Belum sama dengan di atas'),
    },
  });

  async function submit({ regencyCode, fiscalYear, passphrase }: NewStoreValues) {
    if (regencyCode === null || !isFiscalYear(fiscalYear)) return;
    const name = regencies.nameOf(regencyCode);
    const file = await shell.newStore(`${name} ${fiscalYear}.padan`);
    if (file !== null) {
      await create.run({ file: file.file, regencyCode, fiscalYear, passphrase });
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
      <PasswordInput
        label="Kata sandi"
        size="sm"
        autoComplete="new-password"
        visibilityToggleButtonProps={{ 'aria-label': 'Tampilkan atau sembunyikan kata sandi' }}
        {...form.getInputProps('passphrase')}
      />
      <StrengthMeter passphrase={form.values.passphrase} />
      <PasswordInput
        label="Ulangi kata sandi"
        size="sm"
        autoComplete="new-password"
        visibilityToggleButtonProps={{ 'aria-label': 'Tampilkan atau sembunyikan kata sandi' }}
        {...form.getInputProps('repeated')}
      />
      <Alert color="yellow" mt="md">
        <Text size="sm">
          Kata sandi tidak tersimpan di mana pun dan tidak dapat dipulihkan. Simpan salinannya di
          tempat yang aman.
        </Text>
      </Alert>
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

function isFiscalYear(year: number | string): year is number {
  return typeof year === 'number' && Number.isInteger(year) && year >= 2015 && year <= 2100;
}

function useRegencyOptions() {
  const list = useRoute('regency.list', {});
  return useMemo(() => {
    const regencies = list.data ?? [];
    return {
      options: regencies.map(({ code, name, province }) => ({
        value: code,
        label: `${name}, ${province}`,
      })),
      nameOf: (code: string) => regencies.find((one) => one.code === code)?.name ?? code,
    };
  }, [list.data]);
}
