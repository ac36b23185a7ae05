/** Every command by its name; each is loaded when it is asked for. */
import type { Command } from './command.ts';

export const commands = {
  new: async () => (await import('./commands/new.ts')).newCommand,
  import: async () => (await import('./commands/import.ts')).importCommand,
  reconcile: async () => (await import('./commands/reconcile.ts')).reconcileCommand,
  match: async () => (await import('./commands/match.ts')).matchCommand,
  premium: async () => (await import('./commands/premium.ts')).premiumCommand,
  budget: async () => (await import('./commands/budget.ts')).budgetCommand,
  plan: async () => (await import('./commands/plan.ts')).planCommand,
  findings: async () => (await import('./commands/findings.ts')).findingsCommand,
  packet: async () => (await import('./commands/packet.ts')).packetCommand,
  verify: async () => (await import('./commands/verify.ts')).verifyCommand,
  demo: async () => (await import('./commands/demo.ts')).demoCommand,
} as const satisfies Readonly<Record<string, () => Promise<Command>>>;
