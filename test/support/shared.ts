import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'vitest';

const SHARED = new URL('../../../shared/', import.meta.url);

/** Third-party files lie beside the project, not in it: tests that read them run where they are. */
export function hasShared(path: string): boolean {
  return existsSync(new URL(path, SHARED));
}

/** The text of such a file. Only within `testWithShared`. */
export function sharedText(path: string): string {
  return readFileSync(new URL(path, SHARED), 'utf8');
}

/** The names of the files in such a folder. */
export function sharedNames(path: string): readonly string[] {
  return readdirSync(new URL(path, SHARED));
}

export function sharedJson(path: string): unknown {
  return JSON.parse(sharedText(path)) as unknown;
}

function named(name: string, path: string): string {
  return hasShared(path) ? name : `${name} (SKIPPED: ../shared/${path} is not there)`;
}

/** A test that reads `path` (a file or folder below `../shared`); where it is absent it is skipped, and its name says so. */
export function testWithShared(name: string, path: string, body: () => void | Promise<void>): void {
  test.skipIf(!hasShared(path))(named(name, path), body);
}
