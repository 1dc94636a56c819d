import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rehearse, untimed } from '../support/rehearse.ts';

const folder = mkdtempSync(join(tmpdir(), 'several-'));
afterAll(() => rmSync(folder, { recursive: true }));
// Builds the command line when it is out of date.
beforeAll(() => rehearse('--help'), 120_000);

function policiesFile(policies: object): string {
  const path = join(folder, `${Object.keys(policies).join()}.json`);
  writeFileSync(path, JSON.stringify(policies));
  return path;
}

const simulate = (...words: string[]) =>
  rehearse(
    'simulate',
    '--json',
    '--contacts',
    '20000',
    '--journey',
    'public/samples/orchestration.journey.json',
    ...words,
  );

describe('simulate', { timeout: 60_000 }, () => {
  it('runs several journeys over the same contacts, and the caps they share', async () => {
    const cap = {
      id: 'weekly',
      max: 1,
      window: { kind: 'rolling', minutes: 10_080 },
      onCap: { kind: 'skip' },
    };
    const policies = policiesFile({ caps: [cap] });
    const both = ['public/samples/welcome.journey.json', '--policies', policies];
    const { code, out, err } = await simulate(...both);
    expect(code).toBe(0);
    const run = JSON.parse(out) as {
      readonly journeys: readonly {
        journey: string;
        messages: { sent: number; unsent: Record<string, number> }[];
      }[];
    };
    expect(Object.keys(run)).toEqual(
      'contacts journeys seconds seed stepsExecuted stepsPerSecond totals'.split(' '),
    );
    expect(run.journeys.map(({ journey }) => journey)).toEqual([
      'Spring launch orchestration',
      'Welcome new subscribers',
    ]);
    const capped = run.journeys.map(({ messages }) =>
      messages.reduce((sum, { unsent }) => sum + (unsent['cap:weekly'] ?? 0), 0),
    );
    expect(Math.min(...capped)).toBeGreaterThan(0);
    expect(untimed(await simulate(...both, '--shards', '7', '--workers', '2'))).toBe(
      untimed({ code, out, err }),
    );
  });

  it('runs what shares a budget in one part, whatever is asked', async () => {
    const policies = policiesFile({ budgets: [{ channel: 'email', amount: 10 }] });
    const [one, other] = await Promise.all(
      [[], ['--shards', '7', '--workers', '2']].map((words) => simulate('--policies', policies, ...words)),
    );
    expect(untimed(other!)).toBe(untimed(one!));
    const { messages } = JSON.parse(one!.out) as { messages: { channel: string; cost: number }[] };
    const spent = messages
      .filter(({ channel }) => channel === 'email')
      .reduce((sum, { cost }) => sum + cost, 0);
    expect(spent).toBeCloseTo(10, 2);
  });
});
