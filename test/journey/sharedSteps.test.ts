import { describe, expect, it } from 'vitest';
import { PLATFORMS } from '../../src/exchange/platforms.ts';
import { sharedSteps } from '../../src/journey/sharedSteps.ts';
import { openSample } from '../support/samples.ts';
import { smallJourney } from '../support/smallJourney.ts';

// Its loop is written out on most platforms, so that most steps that are read are copies.
const LOOPING = openSample('lead-nurture');

describe('the steps that an imported journey shares with the open one', () => {
  it.each(Object.entries(PLATFORMS))('are most of them after %s', async (_, { load }) => {
    const converter = await load();
    const written = await converter.export(LOOPING);
    const read = written.ok ? await converter.import(written.files) : written;
    if (!read.ok) throw new Error(read.problems[0]?.words);
    expect(sharedSteps(read.journey, LOOPING)).toMatchObject({ areMost: true });
  });

  it('are none of a journey that has other ids, or other kinds under them', () => {
    const small = smallJourney();
    expect(sharedSteps(LOOPING, small)).toEqual({ count: 0, areMost: false });
    const steps = Object.entries(small.steps).map(([id, step]) =>
      step.kind === 'entry' ? [id, step] : [id, { kind: 'exit', name: step.name }],
    );
    const turned = { ...small, steps: Object.fromEntries(steps) as typeof small.steps };
    expect(sharedSteps(turned, small).count).toBe(
      Object.values(small.steps).filter(({ kind }) => kind === 'exit').length,
    );
  });
});
