/**
 * Asked now and then inside long loops; throws `job.cancelled` when the run is to end. So a run of a million rows
 * ends soon wherever it is in its own loops; the store's index builds and its commit cannot be interrupted.
 */
export type Poll = () => void;

/** For callers that cannot be stopped. */
export const noPoll: Poll = () => undefined;

/** Rows between two looks, less one: a mask. */
export const pollMask = 0x7fff;
