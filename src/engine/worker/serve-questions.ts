/** The loop of a thread that stays: one question after the other, each answered or refused. */
import { parentPort } from 'node:worker_threads';
import { AppError } from '../../domain/app-error.ts';
import type { ResidentAnswer, ResidentAsk } from './protocol.ts';

/** Answers until it is told `{ t: 'end' }`. `answer` may throw an AppError, which goes back to whoever asked. */
export async function serveQuestions(answer: (question: unknown) => unknown): Promise<null> {
  const port = parentPort;
  if (port === null) throw new Error('questions are served from a thread');
  const { promise, resolve } = Promise.withResolvers<null>();
  port.on('message', (message: ResidentAsk | { readonly t: 'end' }) => {
    if (message.t === 'end') resolve(null);
    else port.postMessage(answered(message, answer));
  });
  await promise;
  port.removeAllListeners('message');
  return null;
}

function answered(
  { id, question }: ResidentAsk,
  answer: (question: unknown) => unknown,
): ResidentAnswer {
  try {
    return { t: 'answer', id, value: answer(question) };
  } catch (error) {
    return {
      t: 'refused',
      id,
      error: error instanceof AppError ? error.toData() : null,
      detail: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}
