/** Every route has its handler: the type makes a missing one a compile error. */
import { configHandlers } from './budget/config-handlers.ts';
import { fundHandlers } from './budget/fund-handlers.ts';
import { budgetHandlers } from './budget/handlers.ts';
import { tariffHandlers } from './budget/tariff-handlers.ts';
import { findingHandlers } from './findings/handlers.ts';
import type { Handlers } from './handler.ts';
import { importEditHandlers } from './import/edit-handlers.ts';
import { importHandlers } from './import/handlers.ts';
import { jobHandlers } from './job-handlers.ts';
import { packetHandlers } from './packet/handlers.ts';
import { planHandlers } from './plan/handlers.ts';
import { reconcileHandlers } from './reconcile/handlers.ts';
import { reviewHandlers } from './review/handlers.ts';
import { rosterEditHandlers } from './roster/edit-handlers.ts';
import { rosterGridHandlers } from './roster/grid-handlers.ts';
import { rosterHandlers } from './roster/handlers.ts';
import { spendingHandlers } from './spending/handlers.ts';
import { storeHandlers } from './store/handlers.ts';

export const handlers: Handlers = {
  ...storeHandlers,
  ...importHandlers,
  ...importEditHandlers,
  ...rosterHandlers,
  ...rosterEditHandlers,
  ...rosterGridHandlers,
  ...reconcileHandlers,
  ...findingHandlers,
  ...reviewHandlers,
  ...budgetHandlers,
  ...planHandlers,
  ...tariffHandlers,
  ...configHandlers,
  ...fundHandlers,
  ...packetHandlers,
  ...spendingHandlers,
  ...jobHandlers,
};
