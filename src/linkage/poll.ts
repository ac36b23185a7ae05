/**
 * Asked now and then inside long loops; throws `job.cancelled` when the run is to end. So a run of a million rows
 * ends within a fifth of a second wherever it stands.
 */
export type Poll = () => void;

/** For callers that cannot be stopped. */
export const noPoll: Poll = () => undefined;

/** Rows between two looks, less one: a mask. */
export const pollMask = 0x7fff;
