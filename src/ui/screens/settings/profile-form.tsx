/** Letterhead and signatory; every field may wait. */
import { Button, Group, NumberInput, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { type UseFormReturnType, useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import type { RegencyProfile } from '../../../contract/store-routes.ts';
import { useOpenStore } from '../../app/store-context.tsx';
import { useCommand } from '../../bridge/use-engine.ts';
import { Card } from '../../parts/card.tsx';
import { ErrorNote } from '../../parts/error-note.tsx';

interface ProfileValues extends Omit<RegencyProfile, 'addressLines' | 'fiscalYear'> {
  readonly address: string;
  readonly fiscalYear: number | string;
}

/** Saving is offered once something was changed. */
export function ProfileForm({ profile }: { readonly profile: RegencyProfile }) {
  const save = useCommand('profile.save');
  const { readOnly } = useOpenStore();
  const { addressLines, ...rest } = profile;
  const form = useForm<ProfileValues>({
    initialValues: { ...rest, address: addressLines.join('\n') },
    validate: {
      fiscalYear: (year) =>
        typeof year === 'number' && year >= 2015 && year <= 2100 ? null : 'Isi tahun 2015–2100',
      signatoryNip: (nip) =>
        /^(\d{18})?$/.test(nip.replaceAll(' ', '')) ? null : 'NIP terdiri atas 18 angka',
      address: (address) => (linesOf(address).length > 3 ? 'Paling banyak tiga baris' : null),
    },
  });

  function submit({ address, ...values }: ProfileValues) {
    if (typeof values.fiscalYear !== 'number') return;
    save.mutate(
      {
        ...values,
        fiscalYear: values.fiscalYear,
        signatoryNip: values.signatoryNip.replaceAll(' ', ''),
        addressLines: linesOf(address),
      },
      {
        onSuccess: () => notifications.show({ color: 'teal', message: 'Profil tersimpan' }),
      },
    );
  }

  return (
    <Card title="Profil kabupaten/kota" remark={`${profile.name}, ${profile.province}`}>
      <form onSubmit={form.onSubmit(submit)} noValidate>
        <ProfileFields form={form} />
        {save.error === null ? null : <ErrorNote error={save.error} />}
        <Group justify="flex-end" mt="md">
          <Button
            type="submit"
            size="sm"
            loading={save.isPending}
            disabled={!form.isDirty() || readOnly}
          >
            Simpan profil
          </Button>
        </Group>
      </form>
    </Card>
  );
}

function ProfileFields({ form }: { readonly form: UseFormReturnType<ProfileValues> }) {
  return (
    <SimpleGrid cols={2} spacing="md" verticalSpacing="sm">
      <TextInput label="Nama kantor di kop surat" {...form.getInputProps('officeName')} />
      <NumberInput
        label="Tahun anggaran"
        min={2015}
        max={2100}
        allowDecimal={false}
        {...form.getInputProps('fiscalYear')}
      />
      <Textarea label="Alamat kantor" rows={3} {...form.getInputProps('address')} />
      <Textarea
        label="Tujuan surat (Yth.)"
        rows={3}
        maxLength={200}
        {...form.getInputProps('recipient')}
      />
      <TextInput label="Telepon" {...form.getInputProps('phone')} />
      <TextInput label="Surel" {...form.getInputProps('email')} />
      <TextInput label="Tempat surat" {...form.getInputProps('place')} />
      <TextInput label="Nomor surat bawaan" {...form.getInputProps('letterNumber')} />
      <TextInput label="Jabatan penanda tangan" {...form.getInputProps('signatoryTitle')} />
      <TextInput label="Nama penanda tangan" {...form.getInputProps('signatoryName')} />
      <TextInput label="Pangkat/golongan" {...form.getInputProps('signatoryRank')} />
      <TextInput label="NIP" inputMode="numeric" {...form.getInputProps('signatoryNip')} />
    </SimpleGrid>
  );
}

function linesOf(address: string): string[] {
  return address
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
