/** A stand-in for the internet: anything that reaches it has escaped. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Outside extends Disposable {
  readonly address: string;
  readonly hits: () => number;
}

/** Listens on a free local port and counts what arrives. */
export async function openOutside(): Promise<Outside> {
  let hits = 0;
  const server = createServer((_request, response) => {
    hits += 1;
    response.setHeader('Access-Control-Allow-Origin', '*').end('outside');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on TCP has an address of this shape.
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/`,
    hits: () => hits,
    [Symbol.dispose]: () => server.close(),
  };
}
