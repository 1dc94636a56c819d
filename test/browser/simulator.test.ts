import { afterEach, describe, expect, it } from 'vitest';
import type { Playback } from '../../src/analytics/playback.ts';
import { parseJourney } from '../../src/journey/format.ts';
import { NO_POLICIES } from '../../src/journey/policies.ts';
import { hours } from '../../src/journey/units.ts';
import type { RunHandle, SimulationOutcome, SimulationRequest } from '../../src/runtime/requests.ts';
import { Simulator } from '../../src/runtime/simulator.ts';

const parsed = parseJourney(await (await fetch('/samples/orchestration.journey.json')).text());
if (!parsed.ok) throw new Error('the template does not parse');

const request: SimulationRequest = {
  journey: parsed.journey,
  audience: { kind: 'sample', rows: 50_000 },
  contacts: 5_000,
  seed: 1,
  calibration: {},
  policies: NO_POLICIES,
};

const started: Worker[] = [];
const start = (): Worker => {
  const worker = new Worker(new URL('../../workers/simulate.worker.ts', import.meta.url), { type: 'module' });
  started.push(worker);
  return worker;
};
const simulator = (startWorker = start, cores = 3) =>
  new Simulator({ loadAudience: () => Promise.resolve(undefined), cores, startWorker });

afterEach(() => {
  for (const worker of started.splice(0)) worker.terminate();
});

function reportOf(outcome: SimulationOutcome | undefined) {
  if (!outcome?.ok) throw new Error('no report');
  return { ...outcome.report, seconds: 0, stepsPerSecond: 0 };
}

describe('the simulator', () => {
  it('forecasts a sample and shows it for the whole audience', async () => {
    const report = reportOf(await simulator().forecast(request));
    expect([report.contacts, report.scaledTo]).toEqual([5_000, 50_000]);
    expect(report.totals.conversions.value).toBeGreaterThan(1_000);
  });

  it('answers with the newest of the forecasts that wait', async () => {
    const forecasts = simulator();
    const answers = await Promise.all([1, 2, 3, 4].map((seed) => forecasts.forecast({ ...request, seed })));
    expect(answers.map((answer) => (answer?.ok ? answer.report.seed : undefined)).at(-1)).toBe(4);
    expect(answers.slice(1, 3)).toEqual([undefined, undefined]);
  });

  it('gives the same run whatever the number of workers', async () => {
    const run = async (cores: number) =>
      reportOf(await simulator(start, cores).run({ ...request, contacts: 60_000 }, () => undefined).done);
    expect(await run(1)).toEqual(await run(4));
  });

  it('says what is wrong with a journey that cannot run', async () => {
    const { journey } = request;
    const settings = { ...journey.settings, maxPasses: 0 };
    const outcome = await simulator().forecast({ ...request, journey: { ...journey, settings } });
    expect(outcome).toMatchObject({ ok: false, problems: [{ code: 'max-passes-range' }] });
  });

  it('cancels a run under way: nothing more comes of it', async () => {
    let shares = 0;
    let run: RunHandle | undefined;
    await new Promise<void>((underWay) => {
      run = simulator().run({ ...request, contacts: 5_000_000 }, () => {
        shares++;
        underWay();
      });
    });
    run?.cancel();
    const before = shares;
    await expect(run?.done).rejects.toMatchObject({ name: 'Cancelled' });
    expect(shares).toBe(before);
  });

  it('tells how far a run has come whose contacts share a rate limit: all in one part', async () => {
    const shares: number[] = [];
    const scarce: SimulationRequest = {
      ...request,
      contacts: 20_000,
      policies: { ...NO_POLICIES, rateLimits: [{ channel: 'email', max: 500, perMinutes: hours(1) }] },
    };
    const run = simulator().run(scarce, ({ share }) => shares.push(share));
    expect(reportOf(await run.done).contacts).toBe(20_000);
    expect(shares.length).toBeGreaterThan(20);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });

  it('runs the part of a worker that dies once more', async () => {
    let first = true;
    const dying = (): Worker => {
      const worker = start();
      if (first) {
        first = false;
        // It dies with its first request: an error event, as an uncaught failure inside gives.
        worker.postMessage = () =>
          void worker.dispatchEvent(new ErrorEvent('error', { message: 'out of memory', cancelable: true }));
      }
      return worker;
    };
    const healthy = reportOf(await simulator().forecast(request));
    expect(reportOf(await simulator(dying).forecast(request))).toEqual(healthy);
  });

  it('plays a run: every visit of as many contacts as asked for, which agree with a run of them', async () => {
    const asked = { ...request, contacts: 2_000 };
    const warm = simulator();
    const [forecast, outcome] = await Promise.all([warm.forecast(asked), warm.playback(asked)]);
    if (!outcome.ok || !forecast?.ok) throw new Error('no playback');
    const { playback } = outcome;
    expect([playback.people.length, playback.audienceRows]).toEqual([2_000, 50_000]);
    const entered = forecast.report.steps.map(({ id, entered: people }) => [id, people]);
    const visits = playback.steps.map(({ id }, place) => {
      const times = playback.visits.step.filter((step) => step === place).length;
      return [id, times * (50_000 / 2_000)];
    });
    expect(visits).toEqual(entered);
    expect(started).toHaveLength(2);
  });

  it('looks closely at a contact who is played, and at somebody made up of her values with her number', async () => {
    const warm = simulator();
    const [played, number] = [await warm.playback({ ...request, contacts: 500 }), 0];
    if (!played.ok) throw new Error('no playback');
    const contact = played.playback.people[number]!;
    const story = ({ stories }: Playback, place: number) =>
      [stories.kind, stories.minute, stories.subject, stories.value].map((column) => [
        ...column.slice(stories.from[place], stories.from[place + 1]),
      ]);
    const closeUp = await warm.closeUp(request, { kind: 'contact', number: contact });
    const form = await warm.contactForm(request.audience, contact);
    const who = { kind: 'madeUp', form, from: contact, to: contact + 1 } as const;
    const twin = await warm.closeUp(request, who);
    if (!closeUp.ok || !twin.ok) throw new Error('no close-up');
    const expected = story(played.playback, number);
    expect(story(closeUp.closeUp.playback, 0)).toEqual(expected);
    expect(story(twin.closeUp.playback, 0)).toEqual(expected);
    const found = await warm.findContacts(request.audience, form['contact_id'] ?? '', 3);
    expect(found[0]?.row).toBe(contact);
  });

  it('says why a run cannot be played: the audience is gone, the journey has errors', async () => {
    const gone = await simulator()
      .playback({ ...request, audience: { kind: 'imported', id: 'gone' } })
      .catch(String);
    expect(gone).toMatch(/Choose another/);
    const { journey } = request;
    const settings = { ...journey.settings, maxPasses: 0 };
    const outcome = await simulator().playback({ ...request, journey: { ...journey, settings } });
    expect(outcome).toMatchObject({ ok: false, problems: [{ code: 'max-passes-range' }] });
  });

  it('fails with a sentence when workers keep dying', async () => {
    const broken = (): Worker => new Worker(URL.createObjectURL(new Blob(['throw new Error("no memory")'])));
    await expect(simulator(broken).forecast(request)).rejects.toThrow(/The simulation stopped/);
  });

  it('says so when the audience is gone', async () => {
    const gone = simulator().forecast({ ...request, audience: { kind: 'imported', id: 'gone' } });
    await expect(gone).rejects.toThrow(/Choose another/);
  });
});
