/** What a new file needs to know, and when it knows enough. */
import { useForm } from '@mantine/form';
import { useMemo } from 'react';
import { useRoute } from '../../bridge/use-engine.ts';
import { passphraseAdvice, shortestPassphrase } from './passphrase-strength.ts';

export interface NewStoreValues {
  readonly regencyCode: string | null;
  readonly fiscalYear: number | string;
  readonly passphrase: string;
  readonly repeated: string;
}

/** Next year by default: budgets are made for the year to come. */
export function useNewStoreForm() {
  return useForm<NewStoreValues>({
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
}

/** True for a year that the engine takes. */
export function isFiscalYear(year: number | string): year is number {
  return typeof year === 'number' && Number.isInteger(year) && year >= 2015 && year <= 2100;
}

/** All regencies as choices, and the name behind a code. */
export function useRegencyOptions() {
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
