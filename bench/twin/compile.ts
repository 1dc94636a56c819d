import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { CONTACT_KEY, PURPOSE } from '../../src/engine/random.ts';
import { AUDIENCE_FIELDS, GROUP_FIELDS, SEND_FIELDS, UNSENT_REASONS } from '../../src/engine/results.ts';

/** No contraction: a fused multiply-add would round once where the engine rounds twice. */
const FLAGS = ['-std=gnu11', '-O3', '-march=native', '-ffp-contract=off', '-Wall', '-Wextra'];

/** Compiles the twin into `folder` and answers the program's path. */
export function compileTwin(folder: string): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/names.h`, names());
  const program = `${folder}/twin`;
  const sources = ['bench/twin/twin.c', 'bench/twin/image.c'];
  const { error, status } = spawnSync('gcc', [...FLAGS, `-I${folder}`, ...sources, '-o', program, '-lm'], {
    stdio: 'inherit',
  });
  if (error) throw new Error('gcc is missing; install it with: apt-get install gcc libc6-dev');
  if (status !== 0) throw new Error('the C twin does not compile; the messages stand above');
  return program;
}

/** The engine's own numbers for fields, reasons, purposes and keys, so that the two cannot drift apart. */
function names(): string {
  return [
    enumOf('SendField', 'SEND', SEND_FIELDS),
    enumOf('UnsentReason', 'UNSENT', UNSENT_REASONS),
    enumOf('GroupField', 'GROUP', GROUP_FIELDS),
    enumOf('AudienceField', 'AUDIENCE', AUDIENCE_FIELDS),
    definesOf('PURPOSE', PURPOSE),
    definesOf('KEY', CONTACT_KEY),
  ].join('\n');
}

function enumOf(type: string, prefix: string, fields: readonly string[]): string {
  const members = fields.map((field) => `${prefix}_${field}`).join(', ');
  const count = prefix === 'UNSENT' ? 'UNSENT_REASONS' : `${prefix}_FIELDS`;
  return `enum ${type} { ${members}, ${count} };`;
}

function definesOf(prefix: string, values: Readonly<Record<string, number>>): string {
  return Object.entries(values)
    .map(([name, value]) => `#define ${prefix}_${name} ${value}u`)
    .join('\n');
}
