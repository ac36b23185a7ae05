/** What a tariff row is about, as the journal says it. */
import { programmeLabels } from '../../contract/words/labels.ts';
import type { OwnTariffValue } from '../../domain/own-tariff.ts';

const riskWords = ['', 'I', 'II', 'III', 'IV', 'V'] as const;

/** `JKK kelas I`, `BPU baris 3`, `batas upah JP`, `keringanan PP 50/2025`. */
export function tariffSubject(value: OwnTariffValue): string {
  switch (value.kind) {
    case 'rate': {
      const risk = value.riskClass === null ? '' : ` kelas ${riskWords[value.riskClass]}`;
      const payer = value.payer === 'worker' ? ' bagian pekerja' : '';
      return `${programmeLabels[value.programme]}${risk}${payer}`;
    }
    case 'bracket':
      return `BPU baris ${value.no}`;
    case 'bpu-jkm':
      return 'JKM BPU';
    case 'ceiling':
      return `batas upah ${programmeLabels[value.programme]}`;
    case 'relief':
      return 'keringanan iuran';
  }
}
