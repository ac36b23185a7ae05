/** A thread that prices the open store: a regency of a million takes seconds, and pages are answered meanwhile. */
import { openStoreReader } from '../../store/open-store.ts';
import type { ReadStore } from '../../store/store.ts';
import { serveQuestions } from '../worker/serve-questions.ts';
import { needAccess, type Task } from '../worker/task.ts';
import { type BudgetQuestion, budgetOperations } from './operations.ts';

type Operation = (store: ReadStore, resourcesDir: string, query: unknown) => unknown;

/** Answers questions of a budget. The store is open only while it is read; nothing is kept. */
export const budgetServeTask: Task<Record<string, never>, null> = (_input, task) =>
  serveQuestions((question) => {
    const { operation, query } = question as BudgetQuestion; // `askBudget` asks nothing else
    using store = openStoreReader(needAccess(task));
    // `askBudget` pairs each operation with its own query.
    return (budgetOperations[operation] as Operation)(store, task.resourcesDir, query);
  });
