/** Every command by its name. */
import { budgetCommand } from './commands/budget.ts';
import { demoCommand } from './commands/demo.ts';
import { importCommand } from './commands/import.ts';
import { matchCommand } from './commands/match.ts';
import { newCommand } from './commands/new.ts';
import { packetCommand } from './commands/packet.ts';
import { premiumCommand } from './commands/premium.ts';
import { reconcileCommand } from './commands/reconcile.ts';
import { verifyCommand } from './commands/verify.ts';

export const commands = {
  new: newCommand,
  import: importCommand,
  reconcile: reconcileCommand,
  match: matchCommand,
  premium: premiumCommand,
  budget: budgetCommand,
  packet: packetCommand,
  verify: verifyCommand,
  demo: demoCommand,
} as const;
