/** Who is on record under the NIK that was typed; nobody is joined without being asked. */
import { Alert, Radio, Stack, Text } from '@mantine/core';
import type { SameNikView } from '../../../contract/roster-edit-routes.ts';
import { formatDate } from '../../words/format.ts';
import { rosterLabels, statusLabels } from '../../words/labels.ts';

/** One line for each entry. */
export function SameNikNote({ entries }: { readonly entries: readonly SameNikView[] }) {
  if (entries.length === 0) return null;
  return (
    <Alert color="yellow" title="NIK ini sudah tercatat" role="status">
      <Stack gap={2}>
        {entries.map((one) => (
          <Text key={one.entryId} size="sm">
            {sentenceOf(one)}
          </Text>
        ))}
      </Stack>
    </Alert>
  );
}

interface SameNikChoiceProps {
  readonly entries: readonly SameNikView[];
  /** A person's id, `new`, or null while undecided. */
  readonly value: string | null;
  readonly onChange: (value: string) => void;
}

/** Asks whether the new entry is about one of them. */
export function SameNikChoice({ entries, value, onChange }: SameNikChoiceProps) {
  if (entries.length === 0) return null;
  const people = [...new Map(entries.map((one) => [one.personId, one])).values()];
  return (
    <Alert color="yellow" title="NIK ini sudah tercatat">
      <Radio.Group
        label="Apakah orang yang sama?"
        description="Orang yang sama di dua daftar dapat berarti dibiayai dua kali."
        value={value}
        onChange={onChange}
      >
        <Stack gap={6} mt={6}>
          {people.map((one) => (
            <Radio
              key={one.personId}
              value={String(one.personId)}
              label={`Ya: ${sentenceOf(one)}`}
              description="Data pribadi yang sudah ada tetap dipakai."
            />
          ))}
          <Radio value="new" label="Bukan, orang lain dengan NIK yang sama" />
        </Stack>
      </Radio.Group>
    </Alert>
  );
}

function sentenceOf(one: SameNikView): string {
  return [
    one.name,
    one.birthDate === null ? null : `lahir ${formatDate(one.birthDate)}`,
    rosterLabels[one.roster],
    one.unitName,
    statusLabels[one.status].toLowerCase(),
  ]
    .filter((part) => part !== null)
    .join(', ');
}
