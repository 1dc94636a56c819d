import { describe, expect, test } from 'vitest';
import type { ExchangeFile } from '../../../src/journey/portability.ts';
import { converter } from '../../../src/exchange/klaviyo/converter.ts';
import { findErrors } from '../../../src/journey/errors.ts';
import { stepId } from '../../../src/journey/ids.ts';
import { days } from '../../../src/journey/units.ts';
import { step } from '../../support/draftJourney.ts';
import type { Journey } from '../../../src/journey/journey.ts';
import type { Problem } from '../../../src/journey/problem.ts';
import { sampleSchema } from '../../../src/simulation/sampleAudience.ts';
import { KLAVIYO_SCHEMA, verifyKlaviyo } from '../../support/formats/klaviyo.ts';
import { accountFlow } from '../../support/formats/klaviyoAccountFlow.ts';
import { outcome, written } from '../../support/formats/roundTrip.ts';
import { sharedJson, testWithShared } from '../../support/shared.ts';

const REFERENCE = 'reference/formats/klaviyo.flow.json';
const schema = sampleSchema(2000);

function fileOf(value: unknown): ExchangeFile {
  return { name: 'flow.json', type: 'application/json', text: JSON.stringify(value) };
}

async function read(value: unknown): Promise<{ journey: Journey; warnings: readonly Problem[] }> {
  const imported = await converter.import([fileOf(value)], { schema });
  if (!imported.ok) throw new Error(imported.problems.map(({ words }) => words).join('\n'));
  return imported;
}

describe('a flow with an example of most actions', () => {
  testWithShared('is read without errors, and runs', REFERENCE, async () => {
    const { journey, warnings } = await read(sharedJson(REFERENCE));
    expect(findErrors(journey, { schema })).toEqual([]);
    expect(outcome(journey)).toBeDefined();
    expect(journey.settings.reEntry).toEqual({ mode: 'cooldown', minutes: 30 * 1440, from: 'start' });
    expect(
      Object.values(journey.steps)
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual([
      'entry',
      'experiment',
      'message',
      'message',
      'split',
      'split',
      'update',
      'update',
      'wait',
      'wait',
    ]);
    expect(warnings.map(({ code }) => code).sort()).toEqual(
      [
        'column-not-here',
        'entry-by-group',
        'metric-filter-dropped',
        'timeframe-widened',
        'weekdays-dropped',
      ].sort(),
    );
    expect(
      warnings.every(({ words, path, step }) => words.endsWith('.') && (path ?? step) !== undefined),
    ).toBe(true);
  });

  testWithShared('is the same file again when nothing was changed', REFERENCE, async () => {
    const { journey } = await read(sharedJson(REFERENCE));
    const { files } = await written(converter, journey);
    expect(JSON.parse(files[0]!.text)).toEqual(sharedJson(REFERENCE));
  });

  testWithShared('keeps what was not changed when something was', REFERENCE, async () => {
    const { journey } = await read(sharedJson(REFERENCE));
    const id = stepId('a-wait');
    const shorter = step('wait', {
      name: journey.steps[id]!.name,
      until: { type: 'duration', minutes: days(3) },
    });
    const changed: Journey = { ...journey, steps: { ...journey.steps, [id]: shorter } };
    const { files } = await written(converter, changed);
    const [before, after] = [sharedJson(REFERENCE), JSON.parse(files[0]!.text)].map(
      (body) =>
        (
          body as {
            data: { attributes: { definition: { actions: { temporary_id: string; data: unknown }[] } } };
          }
        ).data.attributes.definition.actions,
    );
    expect(verifyKlaviyo(files)).toEqual([]);
    for (const [index, action] of after!.entries())
      if (action.temporary_id !== 'a-wait') expect(action).toEqual(before![index]);
    expect(after![1]!.data).toMatchObject({ unit: 'days', value: 3 });
  });
});

describe('a flow read back from an account', () => {
  test('is read without errors, and runs; what has no counterpart is told with its place', async () => {
    const { journey, warnings } = await read(accountFlow);
    expect(findErrors(journey, { schema })).toEqual([]);
    expect(outcome(journey)).toBeDefined();
    expect(journey.name).toBe('Cart <b>{{ recovery }}</b>');
    const doubts = new Map(warnings.map(({ code, path }) => [code, path]));
    const at = (index: number) => `data.attributes.definition.actions.${index}`;
    expect(doubts.get('action-unknown')).toBe(at(8));
    expect(doubts.get('split-on-event')).toBe(at(2));
    expect(doubts.get('list-as-tag')).toBe(at(6));
    expect(doubts.get('test-as-variants')).toBe(at(3));
    expect(doubts.get('events-assumed')).toBe('data.attributes.definition.triggers.0');
    expect(doubts.get('trigger-filter-dropped')).toBe('data.attributes.definition.triggers.0');
    expect([...doubts.keys()]).toContain('metric-known-by-id');
    expect([...doubts.keys()]).toContain('operation-unknown');
  });

  test('says of each step what it is', async () => {
    const { journey } = await read(accountFlow);
    const steps = Object.values(journey.steps);
    const ofKind = (kind: string) => steps.filter((step) => step.kind === kind);
    expect(ofKind('entry')).toMatchObject([
      { trigger: { type: 'events', event: 'WnzuVG' }, eligible: { kind: 'consent', channel: 'email' } },
    ]);
    expect(journey.settings.reEntry).toEqual({ mode: 'cooldown', minutes: 7 * 1440, from: 'start' });
    expect(journey.settings.exitRules).toEqual([
      {
        id: 'exit-rule-1',
        mode: 'stepEnd',
        when: { kind: 'rule', rule: { kind: 'any', rules: [{ kind: 'tag', tag: 'did-wzaxyj' }] } },
      },
    ]);
    expect(
      ofKind('message')
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['E1 · Cart', 'E2 · A', 'Text']);
    expect(ofKind('message').find(({ name }) => name === 'E1 · Cart')).toMatchObject({
      channel: 'email',
      occasion: 'triggered',
      obeysCaps: false,
      content: {
        subject: 'Hi {{first_name|there}}',
        preheader: 'Still {{Product}}?',
        utm: { utm_source: 'klaviyo' },
      },
    });
    expect(ofKind('message').find(({ name }) => name === 'E2 · A')).toMatchObject({
      content: { variants: [{ name: 'E2 · B', subject: 'Last call' }] },
    });
    expect(ofKind('wait').map((step) => step.kind === 'wait' && step.until)).toEqual(
      expect.arrayContaining([
        { type: 'duration', minutes: 60 },
        { type: 'daysAt', days: 2, at: '10:30' },
      ]),
    );
    expect(ofKind('update').flatMap((step) => (step.kind === 'update' ? step.changes : []))).toEqual(
      expect.arrayContaining([
        { type: 'addTag', tag: 'list-y6nrlr' },
        { type: 'set', column: 'sunset_status', value: 'suppress' },
      ]),
    );
    expect(ofKind('goal')).toMatchObject([{ name: 'Back in stock delay' }]);
  });

  testWithShared(
    'goes out as the body that makes it again, without the ids of the account',
    KLAVIYO_SCHEMA,
    async () => {
      const { journey } = await read(accountFlow);
      const { files, fits } = await written(converter, journey);
      expect(verifyKlaviyo(files)).toEqual([]);
      // What is only in answers: the flow's own id and state; ids of actions, which are temporary ones again; ids of messages and tests.
      expect(JSON.parse(files[0]!.text)).toEqual(asRequest(accountFlow));
      expect(fits.filter(({ fit }) => fit === 'missing')).toEqual([]);
    },
  );
});

/** What differs between an answer and a request, named one by one. */
function asRequest({ data: { attributes } }: typeof accountFlow): unknown {
  const { name, definition } = attributes;
  const text = JSON.stringify(definition.actions, (_key: string, value: unknown) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    const { id, experiment_status: _state, ...rest } = value as Record<string, unknown>;
    if (id === undefined) return rest;
    return 'type' in rest ? { temporary_id: id, ...rest } : rest;
  });
  return {
    data: {
      type: 'flow',
      attributes: { name, definition: { ...definition, actions: JSON.parse(text) as unknown } },
    },
  };
}
