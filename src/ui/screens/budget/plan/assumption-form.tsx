/** Who, when, how much more: the assumptions that move a whole scenario. */
import { Grid, NativeSelect, NumberInput, Slider, Stack, Switch, Text } from '@mantine/core';
import { planScopeLabels } from '../../../../contract/words/plan-words.ts';
import type { Month } from '../../../../domain/brand.ts';
import { monthsOfYear } from '../../../../domain/month.ts';
import { type PlanAssumptions, planScopes } from '../../../../domain/plan-types.ts';
import { formatMonth } from '../../../words/format.ts';

export interface DraftProps {
  readonly draft: PlanAssumptions;
  readonly onChange: (part: Partial<PlanAssumptions>) => void;
}

interface AssumptionFormProps extends DraftProps {
  readonly year: number;
}

export function AssumptionForm({ year, draft, onChange }: AssumptionFormProps) {
  return (
    <Stack gap="sm">
      <Grid gap="sm">
        <Grid.Col span={6}>
          <NativeSelect
            label="Siapa yang dihitung"
            value={draft.scope}
            onChange={(event) => {
              const { value } = event.currentTarget;
              onChange({ scope: planScopes.find((one) => one === value) ?? 'all' });
            }}
            data={planScopes.map((value) => ({ value, label: planScopeLabels[value] }))}
          />
        </Grid.Col>
        <Grid.Col span={3}>
          <MonthField
            year={year}
            label="Mulai"
            value={draft.from}
            onChange={(from) => onChange({ from })}
          />
        </Grid.Col>
        <Grid.Col span={3}>
          <MonthField
            year={year}
            label="Sampai"
            value={draft.to}
            onChange={(to) => onChange({ to })}
          />
        </Grid.Col>
      </Grid>
      <ShareField
        label="Kenaikan upah"
        hint="Dasar BPU tidak ikut naik."
        value={draft.growthBasisPoints}
        most={2_000}
        onChange={(growthBasisPoints) => onChange({ growthBasisPoints })}
      />
      <ShareField
        label="Cadangan"
        hint="Ditambahkan di atas kebutuhan."
        value={draft.bufferBasisPoints}
        most={2_000}
        onChange={(bufferBasisPoints) => onChange({ bufferBasisPoints })}
      />
      <Switch
        label="Hitung juga yang ditanggung pihak lain atau tercatat di dua daftar"
        checked={draft.includeCovered}
        onChange={(event) => onChange({ includeCovered: event.currentTarget.checked })}
      />
    </Stack>
  );
}

interface MonthFieldProps {
  readonly year: number;
  readonly label: string;
  readonly value: Month;
  readonly onChange: (month: Month) => void;
}

/** A month of the year. */
export function MonthField({ year, label, value, onChange }: MonthFieldProps) {
  const months = monthsOfYear(year);
  return (
    <NativeSelect
      label={label}
      value={value}
      onChange={(event) => {
        const picked = months.find((one) => one === event.currentTarget.value);
        if (picked !== undefined) onChange(picked);
      }}
      data={months.map((month) => ({ value: month, label: formatMonth(month) }))}
    />
  );
}

interface ShareFieldProps {
  readonly label: string;
  readonly hint: string;
  /** Hundredths of a percent; null follows the settings of the year. */
  readonly value: number | null;
  readonly most: number;
  readonly onChange: (basisPoints: number | null) => void;
}

/** A percentage to drag or to type; empty follows the settings. */
function ShareField({ label, hint, value, most, onChange }: ShareFieldProps) {
  return (
    <Grid gap="sm" align="flex-end">
      <Grid.Col span={8}>
        <Text size="sm" fw={500} id={`geser-${label}`}>
          {label}{' '}
          <Text span size="sm" c="dimmed" fw={400}>
            {hint}
          </Text>
        </Text>
        <Slider
          aria-labelledby={`geser-${label}`}
          thumbProps={{ 'aria-label': label }}
          mt={6}
          min={0}
          max={most}
          step={25}
          value={Math.max(0, value ?? 0)}
          onChange={onChange}
          label={(points) => `${points / 100} %`}
        />
      </Grid.Col>
      <Grid.Col span={4}>
        <NumberInput
          aria-label={`${label} dalam persen`}
          placeholder="Ikut pengaturan"
          suffix=" %"
          decimalSeparator=","
          decimalScale={2}
          min={0}
          max={100}
          value={value === null ? '' : value / 100}
          onChange={(typed) => onChange(typeof typed === 'number' ? Math.round(typed * 100) : null)}
        />
      </Grid.Col>
    </Grid>
  );
}
