import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { securityHeaders } from '../../.ci/headers.mjs';
import { serve } from '../../.ci/serve.mjs';

const outside = mkdtempSync(join(tmpdir(), 'serve-'));
const folder = join(outside, 'dist');
let server: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(outside, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Rehearsal</title>');
  writeFileSync(join(folder, 'assets', 'index-a1B2c3D4.js'), 'export const a = 1;\n'.repeat(100));
  server = await serve({ folder });
});

afterAll(() => {
  server.close();
  rmSync(outside, { recursive: true, force: true });
});

/** Sends the path as it is: `fetch` and `new URL` would tidy up the very paths that matter. */
function request(path: string, { method = 'GET', headers = {} } = {}): Promise<IncomingMessage> {
  const { hostname, port } = new URL(server.address);
  return new Promise((resolve, reject) => {
    get({ hostname, port, path, method, headers }, (response) => {
      response.resume();
      response.on('end', () => resolve(response));
    }).on('error', reject);
  });
}

describe('the server of the built app', () => {
  it.each([
    ['/', 'GET', 200],
    ['/index.html', 'GET', 200],
    ['/assets/index-a1B2c3D4.js', 'GET', 200],
    ['/assets/index-a1B2c3D4.js', 'HEAD', 200],
    ['/assets', 'GET', 404],
    ['/nothing-here', 'GET', 404],
    ['/%zz', 'GET', 404],
    ['/%00', 'GET', 404],
    ['/', 'POST', 405],
    ['/../secret.txt', 'GET', 404],
    ['/%2e%2e/secret.txt', 'GET', 404],
    ['/..%2fsecret.txt', 'GET', 404],
    ['/assets/../../secret.txt', 'GET', 404],
    ['//../secret.txt', 'GET', 404],
  ])('answers %s by %s with %i and all security headers', async (path, method, status) => {
    const response = await request(path, { method });
    expect(response.statusCode).toBe(status);
    for (const [name, value] of Object.entries(securityHeaders)) {
      expect(response.headers[name.toLowerCase()]).toBe(value);
    }
  });

  it('lets a hashed file be kept for ever and everything else be asked for again', async () => {
    const script = await request('/assets/index-a1B2c3D4.js');
    expect(script.headers['cache-control']).toContain('immutable');
    const page = await request('/');
    expect(page.headers['cache-control']).toBe('no-cache');
    const again = await request('/', { headers: { 'if-none-match': page.headers.etag } });
    expect(again.statusCode).toBe(304);
  });

  it('compresses text for who accepts it', async () => {
    const plain = await request('/assets/index-a1B2c3D4.js');
    const zipped = await request('/assets/index-a1B2c3D4.js', { headers: { 'accept-encoding': 'br, gzip' } });
    expect(zipped.headers['content-encoding']).toBe('gzip');
    expect(Number(zipped.headers['content-length'])).toBeLessThan(Number(plain.headers['content-length']));
  });

  it('takes the next port when one is taken', async () => {
    const taken = Number(new URL(server.address).port);
    const other = await serve({ folder, port: taken });
    other.close();
    expect(Number(new URL(other.address).port)).toBeGreaterThan(taken);
  });
});
