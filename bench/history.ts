import { appendFileSync, mkdirSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname } from 'node:path';
import type { Figures } from './measure.ts';

/** Adds a line with what was measured, when, on what and how busy it was before, so that a slower engine is seen against its own past. */
export function remember(file: string, load: number, sections: Readonly<Record<string, Figures>>): void {
  const line = {
    date: new Date().toISOString().slice(0, 10),
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    node: process.version,
    load,
    ...sections,
  };
  mkdirSync(dirname(file), { recursive: true });
  appendFileSync(
    file,
    `${JSON.stringify(line, (_, value: unknown) => (typeof value === 'number' ? Number(value.toPrecision(4)) : value))}\n`,
  );
}
