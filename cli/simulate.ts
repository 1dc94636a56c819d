import { access, constants, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { buildReport } from '../src/analytics/buildReport.ts';
import type { Report } from '../src/analytics/report.ts';
import { reportJson } from '../src/analytics/reportJson.ts';
import { compile } from '../src/compile/compile.ts';
import type { Program } from '../src/compile/program.ts';
import { BENCHMARKS_ONLY } from '../src/journey/calibration.ts';
import { NO_POLICIES } from '../src/journey/policies.ts';
import { partition } from '../src/simulation/partition.ts';
import { wordsOf } from '../src/simulation/words.ts';
import type { SimulateCommand } from './arguments.ts';
import { openContacts, type Contacts } from './openContacts.ts';
import { runPooled } from './pool.ts';
import { makeMeter } from './progress.ts';
import { problemLine, readJourneyFile } from './readJourneyFile.ts';
import { reason } from './readText.ts';
import { printable, Refusal } from './refusal.ts';
import { readCalibration, readPolicies } from './settings.ts';
import { reportTable } from './table.ts';

/** Runs a journey and answers what to print. */
export async function simulate(command: SimulateCommand): Promise<string> {
  const journey = await readJourneyFile(command.journey);
  const policies = command.policies === undefined ? NO_POLICIES : await readPolicies(command.policies);
  const calibration =
    command.response === undefined ? BENCHMARKS_ONLY : await readCalibration(command.response);
  const contacts = await openContacts(command);

  if (command.out !== undefined) await checkOut(command.out, command);
  const begin = performance.now();
  const compiled = compile({ journey, schema: launchedTo(contacts, command), policies, calibration });
  if (!compiled.ok) {
    throw new Refusal(
      compiled.problems.map((problem) => problemLine(command.journey, problem, journey)).join('\n'),
      1,
    );
  }
  const { program } = compiled;
  const meter = makeMeter(process.stderr);
  const results = await runPooled({
    program,
    source: contacts.source,
    seed: command.seed,
    parts: partition(command.contacts, contacts.schema.rows, command.shards ?? fewShards(program, command)),
    workers: command.workers,
    onProgress: (share) => meter.show(share),
  }).finally(() => meter.clear());
  const seconds = (performance.now() - begin) / 1000;

  const report = buildReport({ program, results, seconds, seed: command.seed, ...wordsOf(journey) });
  if (command.out !== undefined) await write(command.out, reportJson(report));
  return command.json ? reportJson(report) : introduction(report, contacts) + reportTable(report);
}

/** Under an entry cap every part looks at the whole run first, so there should be no more parts than threads. */
function fewShards({ journeys }: Program, { workers }: SimulateCommand): number | undefined {
  return journeys.some(({ entryCap }) => entryCap >= 0) ? workers : undefined;
}

/** A run of more contacts than the audience has rows is a launch to that many: events come to all of them. */
function launchedTo({ schema }: Contacts, { contacts }: SimulateCommand): Contacts['schema'] {
  return { ...schema, rows: Math.max(schema.rows, contacts) };
}

/** Says before a long run what would go wrong after it, and never lets a result take the place of what it came from. */
async function checkOut(
  out: string,
  { journey, audience, roles, policies, response }: SimulateCommand,
): Promise<void> {
  const inputs = [journey, audience, roles, policies, response].filter((file) => file !== undefined);
  if (inputs.some((file) => resolve(file) === resolve(out)))
    throw new Refusal(`--out ${printable(out)} is a file that this run reads; name another`, 2);
  const folder = dirname(resolve(out));
  await access(folder, constants.W_OK).catch(() => {
    throw new Refusal(
      `${printable(out)} cannot be written: its folder is missing or may not be written to`,
      1,
    );
  });
}

async function write(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (error) {
    throw new Refusal(`${printable(file)} cannot be written: ${reason(error)}`, 1);
  }
}

function introduction({ journey, contacts }: Report, { name, schema: { rows } }: Contacts): string {
  const count = (n: number) => n.toLocaleString('en');
  const whom =
    contacts === rows
      ? count(contacts)
      : contacts < rows
        ? `${count(contacts)} of ${count(rows)}`
        : `${count(contacts)}, made of ${count(rows)} rows,`;
  return `${printable(journey)} with ${whom} contacts of ${printable(name)}\n\n`;
}
