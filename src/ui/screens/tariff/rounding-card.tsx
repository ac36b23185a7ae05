/** Rounding, with its default said, and the switches of a year. */
import { NativeSelect, SimpleGrid, Stack, Switch, Text } from '@mantine/core';
import { roundingModeWords, roundingScopeWords } from '../../../contract/words/budget-words.ts';
import { roundingModes, roundingScopes } from '../../../domain/money.ts';
import { Card } from '../../parts/card.tsx';
import { type ConfigDraft, withSwitch } from './config-draft.ts';

interface RoundingCardProps {
  readonly draft: ConfigDraft;
  readonly onChange: (draft: ConfigDraft) => void;
}

export function RoundingCard({ draft, onChange }: RoundingCardProps) {
  const { config } = draft;
  const { rounding } = config;
  const set = (change: Partial<typeof config>) =>
    onChange({ ...draft, config: { ...config, ...change } });
  return (
    <Card title="Pembulatan dan pilihan lain">
      <SimpleGrid cols={2} spacing="md">
        <NativeSelect
          label="Dibulatkan"
          value={rounding.per}
          data={roundingScopes.map((one) => ({ value: one, label: roundingScopeWords[one] }))}
          onChange={(event) => {
            const per = roundingScopes.find((one) => one === event.currentTarget.value);
            if (per !== undefined) set({ rounding: { ...rounding, per } });
          }}
        />
        <NativeSelect
          label="Cara"
          value={rounding.mode}
          data={roundingModes.map((one) => ({ value: one, label: roundingModeWords[one] }))}
          onChange={(event) => {
            const mode = roundingModes.find((one) => one === event.currentTarget.value);
            if (mode !== undefined) set({ rounding: { ...rounding, mode } });
          }}
        />
      </SimpleGrid>
      <Text size="sm" c="dimmed" mt={4} mb="md">
        Aturan pembulatan resmi tidak ditemukan. Bawaan: per komponen iuran per orang, setengah ke
        atas.
      </Text>
      <Stack gap="xs">
        <Switch
          label="Anggaran per OPD (tiap OPD menganggarkan pekerjanya sendiri); mati berarti terpusat"
          checked={config.perUnit}
          onChange={(event) => set({ perUnit: event.currentTarget.checked })}
        />
        <Switch
          label="Bagian pekerja (JHT 2 %, JP 1 %, JKN 1 %) ikut ditanggung anggaran"
          checked={config.workerShareBorne}
          onChange={(event) => set({ workerShareBorne: event.currentTarget.checked })}
        />
        <Switch
          label="Hitung BPJS Kesehatan (JKN) untuk non-ASN dan perangkat desa"
          checked={config.health}
          onChange={(event) => onChange(withSwitch(draft, 'health', event.currentTarget.checked))}
        />
        <Switch
          label="Sediakan JKP (hanya untuk pekerja badan usaha; tidak untuk pemerintah, desa, dan BPU)"
          checked={config.jkp}
          onChange={(event) => onChange(withSwitch(draft, 'jkp', event.currentTarget.checked))}
        />
      </Stack>
    </Card>
  );
}
