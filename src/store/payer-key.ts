/** SQL for whoever pays a membership: NPP, else the employer's name, else nothing. */
export function payerKey(alias: string): string {
  return `coalesce(${alias}.npp, upper(${alias}.employer), '')`;
}
