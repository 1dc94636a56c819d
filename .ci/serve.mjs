import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { securityHeaders } from './headers.mjs';

const dist = fileURLToPath(new URL('../dist', import.meta.url));
const compress = promisify(gzip);

/** @type {Record<string, string>} */
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.mmd': 'text/plain; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};
const compressible = /^text\/|json|svg/;
/** Vite writes a hash of the content into these names. */
const hashedName = /^[\\/]assets[\\/].+-[\w-]{8,}\.\w+$/;

/** @typedef {{ plain: Buffer, zipped: Buffer | undefined, etag: string, modified: number }} Entry */

/**
 * The path below `folder` that a request names, or nothing when it points outside or is malformed.
 * @param {string} url
 */
function pathOf(url) {
  try {
    const path = normalize(decodeURIComponent(url.replace(/[?#].*/s, '')));
    if (!path.startsWith(sep) || path.includes('\0') || path.split(sep).includes('..')) return undefined;
    return path.endsWith(sep) ? join(path, 'index.html') : path;
  } catch {
    return undefined;
  }
}

/**
 * Reads each file once for as long as it does not change.
 * @param {string} folder
 */
function reader(folder) {
  /** @type {Map<string, Entry>} */
  const known = new Map();
  return async (/** @type {string} */ path) => {
    const file = join(folder, path);
    const found = await stat(file).catch(() => undefined);
    if (!found?.isFile()) return undefined;
    const held = known.get(path);
    if (held?.modified === found.mtimeMs) return held;
    const plain = await readFile(file);
    const entry = {
      plain,
      zipped: compressible.test(types[extname(path)] ?? '') ? await compress(plain) : undefined,
      etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
      modified: found.mtimeMs,
    };
    known.set(path, entry);
    return entry;
  };
}

/**
 * A request handler over a folder of built files.
 * @param {string} folder
 * @returns {import('node:http').RequestListener}
 */
function handler(folder) {
  const read = reader(folder);
  return async (request, response) => {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    const refuse = (/** @type {number} */ status, /** @type {string} */ words) =>
      response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${words}\n`);

    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      return refuse(405, 'Only GET and HEAD are answered here.');
    }
    const path = pathOf(request.url ?? '/');
    const entry = path && (await read(path));
    if (!entry) return refuse(404, 'There is no such file.');

    const zipped = /\bgzip\b/.test(String(request.headers['accept-encoding'])) ? entry.zipped : undefined;
    const body = zipped ?? entry.plain;
    response.setHeader('ETag', entry.etag);
    response.setHeader('Vary', 'Accept-Encoding');
    response.setHeader(
      'Cache-Control',
      hashedName.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
    );
    if (request.headers['if-none-match'] === entry.etag) return response.writeHead(304).end();
    response.setHeader('Content-Type', types[extname(path)] ?? 'application/octet-stream');
    response.setHeader('Content-Length', body.length);
    if (zipped) response.setHeader('Content-Encoding', 'gzip');
    return response.writeHead(200).end(request.method === 'HEAD' ? undefined : body);
  };
}

/**
 * Serves the built app, on the next free port when the wished one is taken.
 * @param {{ port?: number, host?: string, folder?: string, strictPort?: boolean }} [options]
 * @returns {Promise<{ address: string, close: () => void }>}
 */
export function serve({ port = 0, host = '127.0.0.1', folder = dist, strictPort = false } = {}) {
  const server = createServer(handler(folder));
  return new Promise((resolve, reject) => {
    server.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code !== 'EADDRINUSE' || strictPort) reject(error);
      else server.listen((port += 1), host);
    });
    server.on('listening', () => {
      const bound = /** @type {import('node:net').AddressInfo} */ (server.address());
      const name = bound.family === 'IPv6' ? `[${bound.address}]` : bound.address;
      resolve({
        address: `http://${name}:${bound.port}/`,
        close: () => {
          server.close();
          server.closeAllConnections();
        },
      });
    });
    server.listen(port, host);
  });
}

/** Where to listen: `--port`, else `$PORT`, else 4173; on this machine only unless `--host` says otherwise. */
export function listenOptions() {
  const { values } = parseArgs({ options: { port: { type: 'string' }, host: { type: 'string' } } });
  const wish = values.port ?? process.env['PORT'] ?? '4173';
  const port = Number(wish);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`no such port: ${wish}`);
  return { port, ...(values.host ? { host: values.host } : {}) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { address } = await serve(listenOptions());
  console.log(`Serving dist at ${address}`);
}
