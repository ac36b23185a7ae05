import type { Batch } from '../../../contract/import-routes.ts';
import { Tag, type Tone } from '../../parts/tag.tsx';
import { batchStateLabels } from '../../words/labels.ts';

const tones: Readonly<Record<Batch['state'], Tone>> = {
  staged: 'notice',
  committed: 'good',
  undone: 'neutral',
  discarded: 'neutral',
};

/** Where a batch stands. */
export function BatchStateTag({ state }: { readonly state: Batch['state'] }) {
  return <Tag tone={tones[state]}>{batchStateLabels[state]}</Tag>;
}
