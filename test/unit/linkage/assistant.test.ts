import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reconcile, reconcileSteps } from '../../../src/linkage/reconcile.ts';
import type { Assistant, DoneShare } from '../../../src/linkage/share/assistant.ts';
import { type Desk, doShare, newDesk, openWork } from '../../../src/linkage/share/work.ts';
import { shareSides } from '../../../src/linkage/side-builder.ts';
import type { LinkageResult, PairTable, ReconcileOptions } from '../../../src/linkage/types.ts';
import { crowd, run, sideOf } from './people.ts';

/** An assistant on this very thread that takes shares when the list of turns says so. */
function inTurns(turns: readonly boolean[]): Assistant {
  let desk: Desk | undefined;
  let turn = 0;
  return {
    leave: () => {
      desk = undefined;
    },
    sit: (given) => {
      desk = newDesk(given);
    },
    offer(work) {
      let next = 0;
      let isOpen = false;
      let left = work.shares;
      const done: DoneShare[] = [];
      const help = (): void => {
        if (desk === undefined || next >= work.shares) return;
        if (!isOpen) openWork(desk, work);
        isOpen = true;
        const share = next++;
        done.unshift([share, doShare(desk, work, share)]);
      };
      const isHelping = (): boolean => turns[turn++ % Math.max(1, turns.length)] ?? false;
      return {
        take() {
          while (next < work.shares && isHelping()) help();
          return next < work.shares ? next++ : -1;
        },
        collect: () => done.splice(0),
        wait: () => {
          left--;
          if (left < -1) throw new Error('nothing more will come');
        },
        close: () => {
          next = work.shares;
        },
      };
    },
  };
}

function stepThrough(
  left: Parameters<typeof shareSides>[0],
  right: Parameters<typeof shareSides>[1],
  options: ReconcileOptions,
): LinkageResult {
  const steps = reconcileSteps(left, right, options);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

const tableOf = (t: PairTable) => [
  t.size,
  ...[t.leftRow, t.rightRow, t.probability, t.weight, t.evidence, t.class].map((c) =>
    Array.from(c).join(),
  ),
];

const resultOf = ({ links, candidates, rivals, model }: LinkageResult) => ({
  links: tableOf(links),
  candidates: tableOf(candidates),
  rivals: tableOf(rivals),
  model,
});

describe('two at the work', { timeout: 60_000 }, () => {
  // More than two shares of rows are open: nobody has a NIK.
  const scene = crowd(9000, 31);
  const bare = scene.left.map((row) => ({ ...row, nik: '' }));
  const alone = run(bare, scene.right).result;
  const shared = shareSides(sideOf(bare), sideOf(scene.right));

  it('find to the bit what one finds, whoever takes which share', () => {
    const expected = resultOf(alone);
    expect(alone.links.size).toBeGreaterThan(6500);
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 12 }), (turns) => {
        const assistant = inTurns(turns.every((helps) => helps) ? [...turns, false] : turns);
        expect(resultOf(stepThrough(...shared, { assistant }))).toEqual(expected);
      }),
      { numRuns: 6 },
    );
  });

  it('find the same where every share falls to the assistant', () => {
    expect(resultOf(stepThrough(...shared, { assistant: inTurns([true]) }))).toEqual(
      resultOf(alone),
    );
  });

  it('leave out what an officer has rejected', () => {
    const cannotLink = Array.from(
      { length: 40 },
      (_, i) => [alone.links.leftRow[i * 50] ?? 0, alone.links.rightRow[i * 50] ?? 0] as const,
    );
    const options = { cannotLink };
    const one = reconcile(sideOf(bare), sideOf(scene.right), options);
    const two = stepThrough(...shared, { ...options, assistant: inTurns([true, false]) });
    expect(resultOf(two)).toEqual(resultOf(one));
    expect(resultOf(two)).not.toEqual(resultOf(alone));
  });

  it('stop when the assistant fails', () => {
    const assistant = inTurns([true]);
    const failing: Assistant = {
      ...assistant,
      offer: (work) => ({
        ...assistant.offer(work),
        collect: () => {
          throw new Error('gone');
        },
      }),
    };
    expect(() => stepThrough(...shared, { assistant: failing })).toThrow('gone');
  });
});
