import { describe, expect, it } from 'vitest';
import { channelsOf } from '../../../src/features/manage-journeys/templateChannels.ts';
import { JOBS, TEMPLATE_JOBS, TEMPLATES } from '../../../src/features/manage-journeys/templates.ts';
import { pictureOf } from '../../../src/legend/journeyPicture.ts';
import { openSample, SAMPLE_NAMES } from '../../support/samples.ts';

describe('the templates', () => {
  it('are the files that are there, each under one job', () => {
    expect([...TEMPLATES].sort()).toEqual(SAMPLE_NAMES);
    expect(TEMPLATES.length).toBeGreaterThanOrEqual(12);
    expect(Object.keys(TEMPLATE_JOBS)).toEqual([...JOBS]);
  });

  it.each(TEMPLATES)('%s has a picture of all of its steps', (name) => {
    const journey = openSample(name);
    expect(pictureOf(journey).boxes).toHaveLength(Object.keys(journey.steps).length);
  });

  it('name the channels of messages and of ladders, in the fixed order', () => {
    expect(channelsOf(openSample('orchestration'))).toEqual(['email', 'sms', 'push', 'display-ad']);
    expect(channelsOf(openSample('anniversary'))).toEqual(['email', 'direct-mail', 'preferred']);
  });
});
