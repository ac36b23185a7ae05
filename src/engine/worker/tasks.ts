/**
 * Every task a worker thread can run, by name. Each is loaded when it is asked for: a thread starts in the
 * time its own task needs, and only printing loads the native typesetter.
 */
import type { Task } from './task.ts';

/** Keeps a task's types while putting its module off to the first call. */
function lazy<Input, Output>(load: () => Promise<Task<Input, Output>>): Task<Input, Output> {
  return async (input, task) => (await load())(input, task);
}

export const tasks = {
  'import.inspect': lazy(async () => (await import('../import/inspect-task.ts')).inspectTask),
  'import.stage': lazy(async () => (await import('../import/stage-task.ts')).stageTask),
  'import.write': lazy(async () => (await import('../import/staged-sink.ts')).writeRowsTask),
  'import.commit': lazy(async () => (await import('../import/commit-task.ts')).commitTask),
  'import.undo': lazy(async () => (await import('../import/undo-task.ts')).undoTask),
  'import.editAll': lazy(async () => (await import('../import/edit-all.ts')).editAllTask),
  'import.exportFindings': lazy(
    async () => (await import('../import/findings-task.ts')).findingsTask,
  ),
  'sample.generate': lazy(async () => (await import('../sample/sample-task.ts')).sampleTask),
  'store.verify': lazy(async () => (await import('../store/verify-task.ts')).verifyTask),
  'reconcile.run': lazy(async () => (await import('../reconcile/reconcile-task.ts')).reconcileTask),
  'match.read': lazy(async () => (await import('../match/read-task.ts')).readTask),
  'match.assist': lazy(async () => (await import('../match/assist-task.ts')).assistTask),
  'reconcile.readMemberships': lazy(
    async () => (await import('../reconcile/read-memberships-task.ts')).readMembershipsTask,
  ),
  'finding.refresh': lazy(async () => (await import('../findings/refresh-task.ts')).refreshTask),
  'finding.export': lazy(
    async () => (await import('../findings/export-task.ts')).findingExportTask,
  ),
  'review.bulkAccept': lazy(async () => (await import('../review/bulk.ts')).bulkTask),
  'review.setThresholds': lazy(async () => (await import('../review/thresholds.ts')).thresholdTask),
  'review.sendOut': lazy(async () => (await import('../review/send-out-task.ts')).sendOutTask),
  'review.readAnswers': lazy(
    async () => (await import('../review/answers-task.ts')).readAnswersTask,
  ),
  'review.applyAnswers': lazy(
    async () => (await import('../review/answers-task.ts')).applyAnswersTask,
  ),
  'review.drawAudit': lazy(async () => (await import('../review/audit.ts')).auditTask),
  'review.exportAudit': lazy(
    async () => (await import('../review/audit-sheet-task.ts')).auditSheetTask,
  ),
  'roster.export': lazy(async () => (await import('../roster/export-task.ts')).exportTask),
  'roster.saveCells': lazy(async () => (await import('../roster/save-cells.ts')).saveCellsTask),
  'roster.bulkPreview': lazy(async () => (await import('../roster/bulk-task.ts')).bulkPreviewTask),
  'roster.bulkEdit': lazy(async () => (await import('../roster/bulk-task.ts')).bulkEditTask),
  'roster.undoDeed': lazy(async () => (await import('../roster/undo-deed.ts')).undoDeedTask),
  'packet.print': lazy(async () => (await import('../packet/packet-task.ts')).packetTask),
  'spending.readPayments': lazy(
    async () => (await import('../spending/read-file-tasks.ts')).readPaymentsTask,
  ),
  'spending.readAllocations': lazy(
    async () => (await import('../spending/read-file-tasks.ts')).readAllocationsTask,
  ),
  'spending.arrears': lazy(async () => (await import('../spending/arrears.ts')).arrearsTask),
  'spending.runningOut': lazy(
    async () => (await import('../spending/running-out-task.ts')).runningOutTask,
  ),
  'spending.export': lazy(
    async () => (await import('../spending/export-task.ts')).spendingExportTask,
  ),
  'plan.export': lazy(async () => (await import('../plan/export-task.ts')).planExportTask),
  'plan.exportPeople': lazy(async () => (await import('../plan/people-task.ts')).planPeopleTask),
  'plan.serve': lazy(async () => (await import('../plan/serve-task.ts')).planServeTask),
  'budget.serve': lazy(async () => (await import('../budget/serve-task.ts')).budgetServeTask),
} as const;

/** Tasks that stay and answer questions. */
export type ResidentName = 'plan.serve' | 'budget.serve';
export type TaskName = keyof typeof tasks;
type TaskOf<N extends TaskName> = (typeof tasks)[N];
export type TaskInput<N extends TaskName> = TaskOf<N> extends Task<infer I, unknown> ? I : never;
export type TaskOutput<N extends TaskName> = Awaited<ReturnType<TaskOf<N>>>;
