import { access, constants, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { performance } from 'node:perf_hooks';
import { buildReport } from '../src/analytics/buildReport.ts';
import type { Report } from '../src/analytics/report.ts';
import { reportJson, runJson } from '../src/analytics/reportJson.ts';
import { runTotals } from '../src/analytics/runTotals.ts';
import { compile } from '../src/compile/compile.ts';
import type { Program } from '../src/compile/program.ts';
import { MOST_CHRONOLOGICAL } from '../src/engine/protocol.ts';
import { BENCHMARKS_ONLY } from '../src/journey/calibration.ts';
import { NO_POLICIES } from '../src/journey/policies.ts';
import { partition } from '../src/simulation/partition.ts';
import { wordsOf } from '../src/simulation/words.ts';
import type { SimulateCommand } from './arguments.ts';
import { openContacts, type Contacts } from './openContacts.ts';
import { runPooled } from './pool.ts';
import { makeMeter } from './progress.ts';
import { problemLine, readJourneyFile } from './readJourneyFile.ts';
import { realPath } from './realPath.ts';
import { reason } from './readText.ts';
import { printable, Refusal } from './refusal.ts';
import { readCalibration, readPolicies } from './settings.ts';
import { reportFooter, reportTable, runTable } from './table.ts';

/** Runs the journeys together and answers what to print. */
export async function simulate(command: SimulateCommand): Promise<string> {
  const journeys = await Promise.all(command.journeys.map((file) => readJourneyFile(file)));
  const policies = command.policies === undefined ? NO_POLICIES : await readPolicies(command.policies);
  const calibration =
    command.response === undefined ? BENCHMARKS_ONLY : await readCalibration(command.response);
  const contacts = await openContacts(command);

  if (command.out !== undefined) await checkOut(command.out, command);
  const begin = performance.now();
  const compiled = compile({ journeys, schema: launchedTo(contacts, command), policies, calibration });
  if (!compiled.ok) {
    const lines = compiled.problems.map((problem) =>
      problemLine(command.journeys[problem.journey] ?? '', problem, journeys[problem.journey]),
    );
    throw new Refusal(lines.join('\n'), 1);
  }
  const { program } = compiled;
  checkSize(program, command);
  const meter = makeMeter(process.stderr);
  const results = await runPooled({
    program,
    source: contacts.source,
    seed: command.seed,
    parts: partition(command.contacts, contacts.schema.rows, shardsOf(program, command)),
    workers: command.workers,
    onProgress: (share) => meter.show(share),
    onDeath: (words) => {
      meter.clear();
      process.stderr.write(`rehearse: ${words}\n`);
    },
  }).finally(() => meter.clear());
  const seconds = (performance.now() - begin) / 1000;

  const reports = journeys.map((journey) =>
    buildReport({
      program,
      results,
      journeyId: journey.id,
      audienceRows: launchedTo(contacts, command).rows,
      seconds,
      seed: command.seed,
      economics: policies.economics,
      ...wordsOf(journey),
    }),
  );
  const [first, ...others] = reports;
  if (first === undefined) throw new RangeError('a run needs at least one journey');
  const json = (): string =>
    others.length === 0 ? reportJson(first) : runJson([first, ...others], runTotals(program, results));
  if (command.out !== undefined) await write(command.out, json());
  if (command.json) return json();
  const tables = reports.map((report) => titled(report, reports));
  const together = others.length === 0 ? '' : `\n${runTable(runTotals(program, results))}\n`;
  return introduction(first, reports, contacts) + tables.join('\n') + together + reportFooter(first);
}

/** A journey's tables, under its name when there are several. */
function titled(report: Report, reports: readonly Report[]): string {
  return reports.length === 1
    ? reportTable(report)
    : `${printable(report.journey)} (${report.journeyId})\n\n${reportTable(report)}`;
}

function checkSize({ chronological }: Program, { contacts }: SimulateCommand): void {
  if (!chronological || contacts <= MOST_CHRONOLOGICAL) return;
  throw new Refusal(
    `budgets, rate limits and agents make contacts depend on each other, so that at most ${MOST_CHRONOLOGICAL} can be simulated at once; lower --contacts`,
    1,
  );
}

/** One part where contacts share capacity. Under an entry cap every part looks at the whole run first: no more parts than threads. */
function shardsOf(
  { journeys, chronological }: Program,
  { workers, shards }: SimulateCommand,
): number | undefined {
  if (chronological) return 1;
  return shards ?? (journeys.some(({ entryCap }) => entryCap >= 0) ? workers : undefined);
}

/** A run of more contacts than the audience has rows is a launch to that many: events come to all of them. */
function launchedTo({ schema }: Contacts, { contacts }: SimulateCommand): Contacts['schema'] {
  return { ...schema, rows: Math.max(schema.rows, contacts) };
}

/** Says before a long run what would go wrong after it, and never lets a result take the place of what it came from. */
async function checkOut(
  out: string,
  { journeys, audience, roles, policies, response }: SimulateCommand,
): Promise<void> {
  const inputs = [...journeys, audience, roles, policies, response].filter((file) => file !== undefined);
  const target = await realPath(out);
  const sources = await Promise.all(inputs.map((file) => realPath(file)));
  if (sources.includes(target))
    throw new Refusal(`--out ${printable(out)} is a file that this run reads; name another`, 2);
  const there = await stat(target).catch(() => undefined);
  if (there && !there.isFile())
    throw new Refusal(`--out ${printable(out)} is not a file but a folder or a device; name a file`, 2);
  const folder = dirname(target);
  await access(folder, constants.W_OK).catch(() => {
    throw new Refusal(
      `${printable(out)} cannot be written: its folder is missing or may not be written to`,
      1,
    );
  });
}

/** Beside the file first: whatever ends the program leaves the old file or the new one, never half of one. */
async function write(file: string, text: string): Promise<void> {
  const target = await realPath(file);
  const aside = `${target}.${process.pid}.part`;
  try {
    await writeFile(aside, text);
    await rename(aside, target);
  } catch (error) {
    await rm(aside, { force: true });
    throw new Refusal(`${printable(file)} cannot be written: ${reason(error)}`, 1);
  }
}

function introduction(
  { contacts }: Report,
  reports: readonly Report[],
  { name, schema: { rows } }: Contacts,
): string {
  const count = (n: number) => n.toLocaleString('en');
  const whom =
    contacts === rows
      ? count(contacts)
      : contacts < rows
        ? `${count(contacts)} of ${count(rows)}`
        : `${count(contacts)}, made of ${count(rows)} rows,`;
  const names = reports.map(({ journey }) => printable(journey)).join(', ');
  return `${names} with ${whom} contacts of ${printable(name)}\n\n`;
}
