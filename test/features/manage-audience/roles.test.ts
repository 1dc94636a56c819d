import '../../../src/i18n/audienceWords.ts';
import { describe, expect, it } from 'vitest';
import { assumptionsOf } from '../../../src/features/manage-audience/assumptions.ts';
import { examplesOf } from '../../../src/features/manage-audience/examples.ts';
import { channelsWithout, rolesFor, withRole } from '../../../src/features/manage-audience/roles.ts';
import { MISSING_CODE } from '../../../src/audience/audience.ts';
import { ADDRESSED_CHANNELS } from '../../../src/journey/channels.ts';
import { formatsFor } from '../../../src/i18n/useFormat.ts';
import { i18n } from '../../../src/i18n/i18n.ts';

describe('roles', () => {
  it('are held by one column at most', () => {
    const roles = withRole({ a: 'id', b: 'zone' }, 'c', 'id');
    expect(roles).toEqual({ b: 'zone', c: 'id' });
    expect(withRole(roles, 'c', undefined)).toEqual({ b: 'zone' });
    expect(withRole(roles, 'b', 'tags')).toEqual({ b: 'tags', c: 'id' });
  });

  it('fit the type of the column', () => {
    expect(rolesFor('date')).toEqual([]);
    expect(rolesFor('number')).toContain('score');
    expect(rolesFor('boolean')).not.toContain('zone');
    expect(rolesFor('category')).toHaveLength(6 + 2 * ADDRESSED_CHANNELS.length);
  });

  it('know the channels that the file says nothing of', () => {
    expect(channelsWithout('consent', { mail: 'consent:email', x: 'address:sms' })).toEqual(
      ADDRESSED_CHANNELS.filter((channel) => channel !== 'email'),
    );
  });
});

describe('assumptions', () => {
  it('name the channels without consent', () => {
    const sentences = assumptionsOf({ mail: 'consent:email' }, i18n.t);
    expect(sentences[0]).toBe(
      'No consent column for SMS, Push, Web push, In-app, WhatsApp, Direct mail, Call: everybody counts as consenting.',
    );
    expect(sentences).toContain('No address columns: everybody counts as reachable on every channel.');
  });

  it('are said once when the file has no roles at all', () => {
    expect(assumptionsOf({}, i18n.t)[0]).toBe(
      'No consent columns: everybody counts as consenting on every channel.',
    );
  });

  it('of the machine reader and the zone go away with their columns', () => {
    const sentences = assumptionsOf(
      { a: 'zone', b: 'machineReader', c: 'id', d: 'score', e: 'preferredChannel' },
      i18n.t,
    );
    expect(sentences).toHaveLength(2);
  });
});

describe('examples', () => {
  const words = { format: formatsFor('en'), yes: 'yes', no: 'no' };

  it('are the first different values, missing ones aside', () => {
    const dictionary = ['SE', 'DE'];
    const codes = new Uint32Array([MISSING_CODE, 0, 0, 1]);
    expect(examplesOf({ type: 'category', codes, dictionary }, words)).toEqual(['SE', 'DE']);
    expect(examplesOf({ type: 'number', values: new Float64Array([NaN, 1240, 3.5]) }, words)).toEqual([
      '1\u202f240',
      '3.5',
    ]);
    expect(examplesOf({ type: 'boolean', values: new Uint8Array([2, 1, 0]) }, words)).toEqual(['yes', 'no']);
    expect(
      examplesOf(
        { type: 'date', precision: 'day', values: new Float64Array([NaN, 1440, Infinity, 1e300]) },
        words,
      ),
    ).toEqual(['1970-01-02']);
  });

  it('are cut when they are long', () => {
    const column = { type: 'category', codes: new Uint32Array([0]), dictionary: ['x'.repeat(100)] } as const;
    expect(examplesOf(column, words)).toEqual([`${'x'.repeat(31)}…`]);
  });
});
