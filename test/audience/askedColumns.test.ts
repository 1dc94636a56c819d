import { describe, expect, it } from 'vitest';
import { askedColumns } from '../../src/audience/askedColumns.ts';
import { sampleSchema } from '../../src/simulation/sampleAudience.ts';
import { closeUpHere, formOfSample } from '../support/closeUps.ts';
import { openSample, SAMPLE_NAMES } from '../support/samples.ts';

const ROWS = 1_000;

describe('the columns that a journey asks for', () => {
  it.each(SAMPLE_NAMES)('are all that a story of %s hangs on', (name) => {
    const journey = openSample(name);
    const asked = askedColumns(journey, sampleSchema(ROWS)).map((column) => column.name);
    const { entryCap: _, ...settings } = journey.settings;
    const open = { ...journey, settings };
    for (const number of [3, 40, 411]) {
      const whole = formOfSample(ROWS, number);
      const part = Object.fromEntries(Object.entries(whole).filter(([column]) => asked.includes(column)));
      const story = (form: typeof whole) => {
        const who = { kind: 'madeUp', form, from: number, to: number + 1 } as const;
        return closeUpHere(open, { rows: ROWS, contacts: ROWS }, who)?.playback.stories;
      };
      expect(story(part)).toEqual(story(whole));
    }
  });

  it('leave out what nobody asks', () => {
    const asked = askedColumns(openSample('orchestration'), sampleSchema(ROWS)).map((column) => column.name);
    expect(asked).toContain('time_zone');
    expect(asked).not.toContain('contact_id');
    expect(asked).not.toContain('signed_up');
  });
});
