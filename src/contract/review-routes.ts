/** The review queue: pairs, decisions, thresholds, samples and lists that go out and come back. */
import * as z from 'zod';
import { civilDate, count, done, fileId, nothing, roster, rowId, rupiah } from './common.ts';
import { command, job, query } from './route.ts';

const probability = z.number().min(0).max(1);

/** Initials of whoever decides; capitals and digits, so that two people are told apart. */
export const operatorInitials = z.string().regex(/^[A-Z0-9]{2,8}$/);

/** Fields that may differ, in the order of their bits in the store. */
export const differenceFields = ['nik', 'kpj', 'name', 'date', 'sex', 'place'] as const;
export const differenceField = z.enum(differenceFields);
export type DifferenceField = z.infer<typeof differenceField>;

export const queueStates = ['open', 'second', 'decided', 'all'] as const;

export const reviewFilter = z
  .object({
    /** `open`: not decided, and not waiting for somebody else; `second`: one vote so far. */
    state: z.enum(queueStates),
    roster: roster.optional(),
    /** A kecamatan stands for its villages. */
    unitId: rowId.optional(),
    class: z.enum(['review', 'conflict']).optional(),
    field: differenceField.optional(),
  })
  .strict();
export type ReviewFilter = z.infer<typeof reviewFilter>;

export const reviewSide = z.object({
  name: z.string(),
  /** Masked, except for digits in which the two differ. */
  nik: z.string().nullable(),
  kpj: z.string().nullable(),
  birthDate: civilDate.nullable(),
  sex: z.string().nullable(),
  place: z.string().nullable(),
  /** OPD or village of a worker, employer of a membership. */
  unit: z.string().nullable(),
  job: z.string().nullable(),
  wage: rupiah.nullable(),
  /** Of a membership; null for a worker. */
  joinedOn: civilDate.nullable(),
  endedOn: civilDate.nullable(),
});
export type ReviewSide = z.infer<typeof reviewSide>;

/** A bar of the waterfall: bits for or against, and the words behind it. */
export const evidenceBar = z.object({
  field: z.enum(['prior', 'nik', 'kpj', 'name', 'date', 'sex', 'place', 'wage', 'rivals']),
  text: z.string(),
  /** Null in blind mode and where the run kept no weights. */
  bits: z.number().nullable(),
  /** Probability once this bar is added. */
  after: probability.nullable(),
});
export type EvidenceBar = z.infer<typeof evidenceBar>;

const pairShape = {
  /** Of the link; null for a rival that is no link yet. */
  linkId: rowId.nullable(),
  /** Of the rival; null for a link. */
  rivalId: rowId.nullable(),
  pairKey: z.string(),
  /** Null while blind mode hides it. */
  class: z.string().nullable(),
  probability: probability.nullable(),
  why: z.string(),
  bars: z.array(evidenceBar),
  /** Fields that speak for two people, place and KPJ aside: people move, and hold several cards. */
  contradicts: z.array(differenceField),
  roster,
  left: reviewSide,
  right: reviewSide,
  decision: z.enum(['open', 'same', 'different']),
  decidedBy: z.array(z.string()),
  note: z.string().nullable(),
} as const;

export const rivalRelations = ['person', 'membership'] as const;

export const reviewRival = z.object({
  ...pairShape,
  /** What it shares with the pair it rivals. */
  shares: z.enum(rivalRelations),
  /** It is linked already: accepting it takes that link's place, accepting the pair may too. */
  linked: z.boolean(),
});
export type ReviewRival = z.infer<typeof reviewRival>;

export const reviewPair = z.object({
  ...pairShape,
  entryId: rowId,
  place: count,
  money: rupiah,
  /** Initials of the first vote where two are asked for. */
  votedBy: z.string().nullable(),
  /** Two people voted differently before. */
  disputed: z.boolean(),
  needsTwo: z.boolean(),
  rivals: z.array(reviewRival).max(5),
});
export type ReviewPair = z.infer<typeof reviewPair>;

export const reviewSettings = z.object({
  accept: probability,
  review: probability,
  blind: z.boolean(),
  twoPerson: z.boolean(),
});
export type ReviewSettings = z.infer<typeof reviewSettings>;

const thresholds = z
  .object({ accept: z.number().min(0.5).max(0.99), review: z.number().min(0.01).max(0.5) })
  .strict();

const outcome = z.object({
  links: count,
  /** Expected wrong links among them: the sum of 1 − p. */
  expectedWrong: z.number().nonnegative(),
  queue: count,
});

const madeFile = z.object({
  file: fileId,
  fileName: z.string(),
  folder: fileId,
  rows: count,
});

export const answerProblems = [
  'unknown-key',
  'edited-key',
  'other-run',
  'contradicts',
  'unreadable',
  'two-answers',
  'two-owners',
] as const;
export type AnswerProblem = (typeof answerProblems)[number];

const answersRead = z.object({
  fileName: z.string(),
  /** Of the file's bytes: applying asks for the file that was previewed. */
  sha256: z.string(),
  rows: count,
  same: count,
  different: count,
  /** TIDAK TAHU, or no answer: the pair stays in the queue. */
  unknown: count,
  blank: count,
  /** Rows that say again what another row or an earlier decision said. */
  repeated: count,
  problems: z.record(z.enum(answerProblems), count),
  listed: z
    .array(
      z.object({
        row: count,
        key: z.string(),
        name: z.string(),
        answer: z.string(),
        problem: z.enum(answerProblems),
      }),
    )
    .max(100),
});
export type AnswersRead = z.infer<typeof answersRead>;

export const auditLabels = ['same', 'different', 'unsure'] as const;

const precision = z.object({
  share: probability,
  low: probability,
  high: probability,
  labelled: count,
});

const auditClass = z.object({
  class: z.string(),
  population: count,
  sampled: count,
  right: count,
  wrong: count,
  unsure: count,
  precision: precision.nullable(),
});

export const audit = z.object({
  id: rowId,
  runId: rowId,
  asOf: civilDate,
  takenAt: z.string(),
  size: count,
  labelled: count,
  classes: z.array(auditClass),
  precision: precision.nullable(),
});
export type Audit = z.infer<typeof audit>;

export const auditItem = z.object({
  id: rowId,
  seq: count,
  left: reviewSide,
  right: reviewSide,
  label: z.enum(auditLabels).nullable(),
  /** Null until labelled: a sample is judged blind. */
  class: z.string().nullable(),
  why: z.string().nullable(),
});
export type AuditItem = z.infer<typeof auditItem>;

const decided = z.object({
  journalId: rowId,
  /** `voted`: waits for a second person; `disputed`: two differ, back in the queue. */
  state: z.enum(['decided', 'voted', 'disputed']),
  /** Other pairs that the decision settled, because a membership belongs to one person. */
  implied: count,
  /** Keys of those pairs. */
  settled: z.array(z.string()),
  /** Keys of pairs that are open again, because the decision that had settled them is gone. */
  freed: z.array(z.string()),
});
export type Decided = z.infer<typeof decided>;

export const reviewRoutes = {
  'review.page': query({
    in: z
      .object({
        filter: reviewFilter,
        /** Place of the last pair seen. */
        after: count.optional(),
        limit: z.number().int().min(1).max(50),
        operator: operatorInitials.nullable(),
      })
      .strict(),
    out: z.object({
      pairs: z.array(reviewPair),
      /** Of the filter, whatever its state. */
      open: count,
      second: count,
      decided: count,
      blind: z.boolean(),
    }),
  }),
  /** `pairKey` must be the pair's own: ids are given anew by each run. */
  'review.decide': command({
    in: z
      .object({
        linkId: rowId.nullable(),
        rivalId: rowId.nullable(),
        pairKey: z.string().max(20),
        decision: z.enum(['open', 'same', 'different']),
        note: z.string().max(400).optional(),
        operator: operatorInitials.nullable(),
      })
      .strict(),
    out: decided,
  }),
  /** Takes one deed of the queue back: a decision, a bulk, the answers of a list. */
  'review.undo': command({ in: z.object({ journalId: rowId }).strict(), out: done }),
  'review.bulkPreview': query({
    in: z.object({ filter: reviewFilter, from: z.number().min(0.05).max(1) }).strict(),
    out: z.object({
      pairs: count,
      expectedWrong: z.number().nonnegative(),
      /** Reached the share, but stay: conflicts, what only a look may settle, memberships given to somebody else. */
      left: count,
      /** Reached it, but a likelier pair has the same person or membership. */
      rivalled: count,
    }),
  }),
  'review.bulkAccept': job({
    in: z
      .object({
        filter: reviewFilter,
        from: z.number().min(0.05).max(1),
        /** As previewed; another count refuses. */
        pairs: count,
        operator: operatorInitials.nullable(),
      })
      .strict(),
    out: z.object({ pairs: count, implied: count, journalId: rowId }),
  }),
  'review.settings': query({
    in: nothing,
    out: reviewSettings.extend({ operators: z.array(z.string()) }),
  }),
  'review.saveSettings': command({
    in: z.object({ blind: z.boolean(), twoPerson: z.boolean() }).strict(),
    out: reviewSettings,
  }),
  'review.thresholds': query({
    in: thresholds,
    out: z.object({
      now: outcome,
      planned: outcome,
      /** Links that would go back to the queue, waiting pairs that would be linked, pairs that join or leave it. */
      released: count,
      accepted: count,
      joining: count,
      leaving: count,
      /** The same at other accepting thresholds, for comparison. */
      steps: z.array(outcome.extend({ accept: probability })),
    }),
  }),
  'review.setThresholds': job({
    in: thresholds,
    out: z.object({ released: count, accepted: count, joining: count, leaving: count }),
  }),
  'review.filters': query({
    in: nothing,
    out: z.array(z.object({ id: rowId, name: z.string(), filter: reviewFilter })),
  }),
  'review.saveFilter': command({
    in: z.object({ name: z.string().trim().min(1).max(60), filter: reviewFilter }).strict(),
    out: done,
  }),
  'review.removeFilter': command({ in: z.object({ id: rowId }).strict(), out: done }),
  'review.sendOut': job({
    in: z.object({ folder: fileId, filter: reviewFilter }).strict(),
    out: madeFile,
  }),
  'review.readAnswers': job({ in: z.object({ file: fileId }).strict(), out: answersRead }),
  'review.applyAnswers': job({
    in: z
      .object({
        file: fileId,
        sha256: z.string().max(64),
        operator: operatorInitials.nullable(),
        /** True also replaces earlier decisions that the answers contradict. */
        replace: z.boolean(),
      })
      .strict(),
    out: z.object({ applied: count, implied: count, journalId: rowId.nullable() }),
  }),
  'review.drawAudit': job({
    in: z
      .object({
        size: z.number().int().min(10).max(2000),
        seed: z.number().int().min(0).max(2_147_483_647).optional(),
      })
      .strict(),
    out: audit,
  }),
  'review.audits': query({ in: nothing, out: z.array(audit) }),
  'review.auditItems': query({
    in: z.object({ auditId: rowId }).strict(),
    out: z.array(auditItem),
  }),
  'review.labelAudit': command({
    in: z
      .object({
        itemId: rowId,
        label: z.enum(auditLabels).nullable(),
        operator: operatorInitials.nullable(),
      })
      .strict(),
    out: done,
  }),
  'review.exportAudit': job({
    in: z.object({ auditId: rowId, folder: fileId }).strict(),
    out: madeFile,
  }),
} as const;
