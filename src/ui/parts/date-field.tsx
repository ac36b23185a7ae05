/** A date typed as the office writes it. The browser's own date field follows the PC's language, often English. */
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { formatDate } from '../words/format.ts';
import { readTypedDate } from '../words/read-date.ts';

interface DateFieldProps {
  readonly label: string;
  /** `YYYY-MM-DD`, or `null` while what was typed is no date. */
  readonly value: string | null;
  readonly onChange: (date: string | null) => void;
  readonly width?: number;
}

/** Accepts `22-11-2026` and `22 Nov 2026`; leaving the field writes it out in full. */
export function DateField({ label, value, onChange, width = 150 }: DateFieldProps) {
  const [text, setText] = useState(() => (value === null ? '' : formatDate(value)));
  return (
    <TextInput
      label={label}
      w={width}
      value={text}
      error={value === null}
      title="Contoh: 22-11-2026 atau 22 Nov 2026"
      inputMode="text"
      onChange={(event) => {
        setText(event.currentTarget.value);
        onChange(readTypedDate(event.currentTarget.value));
      }}
      onBlur={() => {
        if (value !== null) setText(formatDate(value));
      }}
    />
  );
}
