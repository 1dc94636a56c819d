import { describe, expect } from 'vitest';
import { schemaOf } from '../../../src/audience/schema.ts';
import type { ExchangeFile } from '../../../src/journey/portability.ts';
import type { Imported } from '../../../src/exchange/contract.ts';
import { converter } from '../../../src/exchange/dittofeed/converter.ts';
import { findErrors } from '../../../src/journey/errors.ts';
import type { Journey } from '../../../src/journey/journey.ts';
import { type Definition, graphFaults } from '../../support/formats/dittofeed.ts';
import { outcome, written } from '../../support/formats/roundTrip.ts';
import { sampleAudience } from '../../support/sampleAudience.ts';
import { sharedJson, sharedText, testWithShared } from '../../support/shared.ts';

const EXAMPLE = 'reference/formats/dittofeed.journey.json';
const LEGACY = 'fixtures/dittofeed/legacy_onboarding.yaml';

const schema = schemaOf(sampleAudience);

/** What each is read as, and what is said of it. Nodes that nobody comes to are not written again. */
const DEFINITIONS: Readonly<Record<string, { kinds: string[]; codes: string[]; unreached?: string }>> = {
  'keyedEventEntry-1': {
    kinds: ['entry', 'exit', 'message', 'message', 'split', 'split', 'wait', 'wait'],
    codes: [
      'column-not-here',
      'events-supposed',
      'node-unreached',
      'property-unknown',
      'segment-unknown',
      'segment-unknown',
      'template-unknown',
      'template-unknown',
      'wait-for-segment',
    ],
    unreached: 'check-cancellation',
  },
  'store-0': {
    kinds: ['entry', 'exit', 'split', 'split', 'split'],
    codes: ['entry-segment-unknown', 'segment-unknown', 'segment-unknown', 'segment-unknown'],
  },
  'store-3': {
    kinds: ['entry', 'exit', 'experiment', 'message', 'message'],
    codes: ['entry-segment-unknown', 'template-unknown', 'template-unknown'],
  },
  'waitForTest-0': {
    kinds: ['entry', 'exit', 'message', 'split', 'wait'],
    codes: ['entry-segment-unknown', 'segment-unknown', 'template-unknown', 'wait-for-segment'],
  },
};

function file(name: string, text: string): ExchangeFile {
  return { name, type: 'application/json', text };
}

function json(value: unknown): ExchangeFile {
  return file('journey.json', JSON.stringify(value));
}

async function read(...files: ExchangeFile[]): Promise<Extract<Imported, { ok: true }>> {
  const imported = await converter.import(files, { schema });
  if (!imported.ok) throw new Error(imported.problems.map(({ words }) => words).join('\n'));
  return imported;
}

async function refusal(...files: ExchangeFile[]): Promise<{ code: string; words: string }> {
  const imported = await converter.import(files, { schema });
  if (imported.ok) throw new Error('it was read');
  return imported.problems[0]!;
}

async function bodyOf(journey: Journey): Promise<{ readonly definition: Definition }> {
  const { files } = await written(converter, journey);
  return (JSON.parse(files.at(-1)!.text) as { definition: Definition }[])[0]!;
}

describe('definitions that others wrote', () => {
  for (const [name, { kinds, codes, unreached }] of Object.entries(DEFINITIONS)) {
    const path = `fixtures/dittofeed/${name}.json`;
    testWithShared(
      `${name} can be simulated, and what was read otherwise is said with its place`,
      path,
      async () => {
        const { journey, warnings } = await read(file(name, sharedText(path)));
        expect(findErrors(journey, { schema })).toEqual([]);
        expect(outcome(journey)).toBeDefined();
        expect(
          Object.values(journey.steps)
            .map(({ kind }) => kind)
            .sort(),
        ).toEqual(kinds);
        expect(warnings.map(({ code }) => code).sort()).toEqual(codes);
        const placed = warnings.filter(({ code }) => code !== 'column-not-here');
        expect(placed.every((warning) => /^(nodes\.\d+|entryNode)$/.test(warning.path ?? ''))).toBe(true);
      },
    );
    testWithShared(`${name} is written again as it was`, path, async () => {
      const { journey } = await read(file(name, sharedText(path)));
      const { nodes, ...rest } = sharedJson(path) as Definition;
      const kept = nodes.filter(({ id }) => id !== unreached);
      expect((await bodyOf(journey)).definition).toEqual({ ...rest, nodes: kept });
    });
    testWithShared(`the verifier accepts ${name}`, path, () => {
      expect(graphFaults(sharedJson(path) as Definition, true)).toEqual([]);
    });
  }

  testWithShared('one in the shape of old is refused, and the words say what to do', LEGACY, async () => {
    const { code, words } = await refusal(file('onboarding.yaml', sharedText(LEGACY)));
    expect(code).toBe('dittofeed-obsolete');
    expect(words).toContain('GET /api/admin/journeys/');
  });
});

describe('the body of a request', () => {
  testWithShared('is read whole and written again as it was', EXAMPLE, async () => {
    const body = sharedJson(EXAMPLE);
    const { journey, warnings } = await read(json(body));
    expect(journey.name).toBe('Welcome + escalation');
    expect(journey.settings).toMatchObject({ zone: 'Europe/Paris', reEntry: { mode: 'never' } });
    expect(journey.steps).toMatchObject({
      m1: { kind: 'message', channel: 'email', transactional: false },
      sms1: { kind: 'message', channel: 'sms', transactional: true },
      r1: {
        kind: 'experiment',
        arms: [
          { name: 'A', weight: 45 },
          { name: 'B', weight: 45 },
        ],
        holdout: { weight: 10 },
      },
      d1: { kind: 'wait', until: { type: 'timeOfDay', at: '09:00' } },
    });
    expect(warnings.map(({ code }) => code)).toContain('days-dropped');
    expect(outcome(journey)).toBeDefined();
    expect(await bodyOf(journey)).toEqual(body);
  });

  testWithShared('of which one step was changed is written anew at that step alone', EXAMPLE, async () => {
    const body = sharedJson(EXAMPLE) as { definition: Definition };
    const { journey } = await read(json(body));
    const { m1 } = journey.steps as unknown as Record<string, Journey['steps'][keyof Journey['steps']]>;
    const changed = {
      ...journey,
      steps: { ...journey.steps, m1: { ...m1, name: 'Other words' } },
    } as Journey;
    const { definition } = await bodyOf(changed);
    expect(definition.nodes.find(({ id }) => id === 'm1')).toEqual({
      ...body.definition.nodes.find(({ id }) => id === 'm1'),
      name: 'Other words',
    });
    expect(definition.nodes.filter(({ id }) => id !== 'm1')).toEqual(
      body.definition.nodes.filter(({ id }) => id !== 'm1'),
    );
  });

  testWithShared(
    'in a list of one is that journey, and of several is refused by their names',
    EXAMPLE,
    async () => {
      const body = sharedJson(EXAMPLE) as Readonly<Record<string, unknown>>;
      expect((await read(json({ journeys: [body] }))).journey.name).toBe('Welcome + escalation');
      const { code, words } = await refusal(json({ journeys: [body, { ...body, name: 'Second' }] }));
      expect(code).toBe('dittofeed-several');
      expect(words).toContain('“Welcome + escalation”, “Second”');
    },
  );
});
