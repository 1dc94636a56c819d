import { connect, createServer, type AddressInfo } from 'node:net';

/** Stands before a server and counts all bytes that it sends, whoever asked for them: page, worker or browser. */
export function countBytes(
  target: URL,
): Promise<{ address: string; bytes: () => number; close: () => void }> {
  let bytes = 0;
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    client.pipe(upstream);
    upstream.on('data', (part) => (bytes += part.length));
    upstream.pipe(client);
    // A browser that closes is no news.
    client.on('error', () => upstream.destroy());
    upstream.on('error', () => client.destroy());
  });
  return new Promise((resolve, reject) => {
    server.on('error', reject);
    server.listen(0, target.hostname, () => {
      const { port } = server.address() as AddressInfo;
      resolve({
        address: `http://${target.hostname}:${port}/`,
        bytes: () => bytes,
        close: () => server.close(),
      });
    });
  });
}
