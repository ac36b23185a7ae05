import { PasswordInput, type PasswordInputProps } from '@mantine/core';

/** A field for a passphrase; its eye has a name. */
export function PassphraseInput(props: PasswordInputProps) {
  return (
    <PasswordInput
      size="sm"
      visibilityToggleButtonProps={{ 'aria-label': 'Tampilkan atau sembunyikan kata sandi' }}
      {...props}
    />
  );
}
