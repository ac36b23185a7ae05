/** The year's settings while they are edited: amounts as text, read when saved. */
import type { BudgetConfigView } from '../../../contract/tariff-routes.ts';
import type { EmployerGroup } from '../../../domain/segments.ts';
import { employerGroups } from '../../../domain/segments.ts';
import { siltapPositions } from '../../../domain/siltap-position.ts';
import { senText } from '../../words/tariff-words.ts';
import { typedSen } from './typed-figures.ts';

type Config = BudgetConfigView['config'];
type Group = Config['groups'][EmployerGroup];

/** Amounts as typed, by field: `umk`, `siltap.kepala-desa`, `wage.non-asn`, `bpu.rentan`. */
export interface ConfigDraft {
  readonly config: Config;
  readonly amounts: Readonly<Record<string, string>>;
}

const bare = (sen: number): string => senText(sen).slice(2);

export function draftOfConfig(config: Config): ConfigDraft {
  const amounts: Record<string, string> = {};
  for (const kind of ['umk', 'ump'] as const) amounts[kind] = textOf(config[kind]);
  for (const office of siltapPositions) amounts[`siltap.${office}`] = textOf(config.siltap[office]);
  for (const group of employerGroups) {
    const { wageBase, bpuBase } = config.groups[group];
    if (wageBase.kind === 'fixed') amounts[`wage.${group}`] = bare(wageBase.sen);
    if (bpuBase.kind === 'fixed') amounts[`bpu.${group}`] = bare(bpuBase.sen);
  }
  return { config, amounts };
}

function textOf(sen: number | null): string {
  return sen === null ? '' : bare(sen);
}

/** Fields whose amount does not read; a fixed wage must be there, a minimum may be left empty. */
export function badAmounts({ config, amounts }: ConfigDraft): ReadonlySet<string> {
  const bad = new Set<string>();
  for (const [field, text] of Object.entries(amounts)) {
    const optional = !field.startsWith('wage.') && !field.startsWith('bpu.');
    const sen = typedSen(text);
    if (optional && text.trim() === '') continue;
    if (sen === null || sen <= 0) bad.add(field);
  }
  for (const group of employerGroups) {
    const { wageBase, bpuBase } = config.groups[group];
    if (wageBase.kind !== 'fixed') bad.delete(`wage.${group}`);
    else if ((amounts[`wage.${group}`] ?? '') === '') bad.add(`wage.${group}`);
    if (bpuBase.kind !== 'fixed') bad.delete(`bpu.${group}`);
    else if ((amounts[`bpu.${group}`] ?? '') === '') bad.add(`bpu.${group}`);
  }
  return bad;
}

/** The settings with the typed amounts in them; call it when `badAmounts` is empty. */
export function configOf({ config, amounts }: ConfigDraft): Config {
  const sen = (field: string): number | null => typedSen(amounts[field] ?? '');
  const group = (name: EmployerGroup): Group => {
    const chosen = config.groups[name];
    const { wageBase, bpuBase } = chosen;
    return {
      ...chosen,
      wageBase:
        wageBase.kind === 'fixed' ? { ...wageBase, sen: sen(`wage.${name}`) ?? 0 } : wageBase,
      bpuBase: bpuBase.kind === 'fixed' ? { ...bpuBase, sen: sen(`bpu.${name}`) ?? 0 } : bpuBase,
    };
  };
  return {
    ...config,
    groups: {
      'non-asn': group('non-asn'),
      'perangkat-desa': group('perangkat-desa'),
      bpd: group('bpd'),
      'rt-rw': group('rt-rw'),
      'lembaga-desa': group('lembaga-desa'),
      rentan: group('rentan'),
    },
    umk: sen('umk'),
    ump: sen('ump'),
    siltap: {
      'kepala-desa': sen('siltap.kepala-desa'),
      'sekretaris-desa': sen('siltap.sekretaris-desa'),
      'perangkat-desa': sen('siltap.perangkat-desa'),
    },
  };
}

/** The draft with one group changed. */
export function withGroup(
  draft: ConfigDraft,
  group: EmployerGroup,
  change: Partial<Group>,
): ConfigDraft {
  const { config } = draft;
  const groups = { ...config.groups, [group]: { ...config.groups[group], ...change } };
  return { ...draft, config: { ...config, groups } };
}

/** JKP or JKN switched; switched off, no group keeps it. */
export function withSwitch(draft: ConfigDraft, name: 'jkp' | 'health', on: boolean): ConfigDraft {
  const programme = name === 'jkp' ? 'jkp' : 'jkn';
  let next: ConfigDraft = { ...draft, config: { ...draft.config, [name]: on } };
  for (const group of employerGroups) {
    const { programmes } = next.config.groups[group];
    const kept = programmes.filter((one) => one !== programme);
    // Health insurance is for wage earners of the office and the village; JKP for nobody until it is ticked.
    const added = on && name === 'health' && (group === 'non-asn' || group === 'perangkat-desa');
    next = withGroup(next, group, { programmes: added ? [...kept, programme] : kept });
  }
  return next;
}
