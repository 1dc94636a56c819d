import { describe, expect, test } from 'vitest';
import { findErrors } from '../../../src/journey/errors.ts';
import { stepId } from '../../../src/journey/ids.ts';
import { days } from '../../../src/journey/units.ts';
import { draft, step } from '../../support/draftJourney.ts';
import {
  exportedSteps,
  importedSteps,
  type LooseSteps,
  stepIn,
} from '../../support/formats/parcelvoySteps.ts';
import { openSample } from '../../support/samples.ts';

describe('what was changed on the platform goes before what a slip says', () => {
  const journey = openSample('win-back');

  /** The journey as its file is read after a change of it. */
  async function after(change: (steps: LooseSteps) => void) {
    const { steps } = await exportedSteps(journey);
    change(steps);
    return importedSteps(steps, { base: journey });
  }

  test('nothing changed: nothing is told', async () => {
    const { codes, journey: again } = await after(() => undefined);
    expect(codes).toEqual([]);
    expect(again.settings.exitRules).toEqual(journey.settings.exitRules);
    expect(stepIn(again, 'offer')).toEqual(stepIn(journey, 'offer'));
  });

  test('a window, and with it the whole check', async () => {
    const { codes, journey: again } = await after(({ check }) => {
      check!.data!['days'] = 2;
    });
    expect(codes).toContain('check changed-there');
    expect(stepIn(again, 'check')).toMatchObject({ until: { type: 'duration', minutes: days(2) } });
    expect(stepIn(again, 'split-1')).toMatchObject({ branches: [{ rule: { did: 'clicked' } }] });
    expect(findErrors(again)).toEqual([]);
  });

  test('places, names and campaigns are no such changes', async () => {
    const { codes, journey: again } = await after((steps) => {
      for (const one of Object.values(steps)) one.x! += 500;
      steps['offer']!.data!['campaign_id'] = 77;
      steps['check']!.name = 'Heard of them?';
    });
    expect(codes).toEqual([]);
    expect(stepIn(again, 'check')).toMatchObject({ kind: 'check', name: 'Heard of them?' });
    expect((await exportedSteps(again)).steps['offer']?.data?.['campaign_id']).toBe(77);
  });

  test('ratios', async () => {
    const { journey: again, codes } = await after((steps) => {
      steps['test']!.children![0]!.data = { ratio: 29 };
    });
    expect(codes).toContain('test changed-there');
    const step = stepIn(again, 'test');
    expect(step?.kind === 'experiment' && step.arms[0]?.weight).toBeCloseTo((100 * 29) / 40);
  });

  test('where things lead is no such change', async () => {
    const { journey: again, codes } = await after((steps) => {
      steps['value']!.children![0]!.external_id = 'end';
      delete steps['card'];
    });
    expect(codes).toEqual([]);
    expect(again.links[stepId('value')]).toMatchObject({ valuable: 'end' });
  });

  test('a new way to a part of a step', async () => {
    const { journey: again, codes } = await after((steps) => {
      steps['value']!.children![0]!.external_id = 'check.opened';
    });
    expect(codes).toContain('check changed-there');
    expect(findErrors(again)).toEqual([]);
  });
});

test('a message that is gone is asked about no more', async () => {
  const looking = draft({ mail: step('message'), look: step('check', { on: stepId('mail') }) }, [
    'entry-1.next > mail',
    'mail.next > look',
  ]);
  const { mail: _, ...steps } = (await exportedSteps(looking)).steps;
  steps['entry-1']!.children = [{ external_id: 'look' }];
  const { codes, journey } = await importedSteps(steps);
  expect(codes).toEqual(['look message-gone']);
  expect(stepIn(journey, 'look')).toMatchObject({ kind: 'check', on: 'latest' });
});

test('names of events that were filled in stay', async () => {
  const { steps } = await exportedSteps(openSample('win-back'), {
    answers: { 'event:converted': 'bought_it' },
  });
  const { journey } = await importedSteps(steps);
  const { files } = await exportedSteps(journey);
  expect(files[0]?.text).toContain('"event_name": "bought_it"');
});

test('content that is too long for a request is on no slip, which is said', async () => {
  const long = step('message', { content: { body: 'x'.repeat(30_000) } });
  const { fits, files } = await exportedSteps(draft({ long }, ['entry-1.next > long']));
  expect(fits.find(({ code }) => code === 'content-left')).toMatchObject({ fit: 'missing', returns: false });
  expect(files[0]?.text.length).toBeLessThan(5_000);
});
