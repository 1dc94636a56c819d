import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { converter } from '../../../src/exchange/mautic/converter.ts';
import { findErrors } from '../../../src/journey/errors.ts';
import { sampleSchema } from '../../../src/simulation/sampleAudience.ts';
import { campaign, event, fileOf } from '../../support/formats/mauticCampaign.ts';
import { mauticJourney } from '../../support/formats/mauticJourney.ts';
import { written } from '../../support/formats/roundTrip.ts';

const schema = sampleSchema(2_000);

/** What a refusal says: its code, place and words in one line. */
async function refusal(value: unknown): Promise<string> {
  const read = await converter.import([fileOf(value)]);
  return read.ok
    ? 'not refused'
    : read.problems.map(({ code, path, words }) => `${code} ${path ?? ''} ${words}`).join('\n');
}

async function readOf(value: unknown) {
  const read = await converter.import([fileOf(value)], { schema });
  if (!read.ok) throw new Error(read.problems.map(({ words }) => words).join('\n'));
  return read;
}

describe('what is refused, and where', () => {
  const one = event('new_a', 'email.send');
  test.each<[string, unknown, RegExp]>([
    ['text that is cut short', '{"name":"x","events":[{"id"', /not-json line 1, column \d+/],
    [
      'another platform',
      { name: 'x', actions: [], edges: [], trigger: {} },
      /not-a-campaign {2}.*workflow of PostHog/,
    ],
    ['a journey of ours', { format: 'rehearsal-journey', version: 1 }, /open it instead/],
    ['a list of campaigns', { total: 2, campaigns: {} }, /a list of campaigns/],
    ['nothing of the kind', [1, 2, 3], /not-a-campaign/],
    [
      'several campaigns',
      [
        { campaign: [], campaign_event: [] },
        { campaign: [], campaign_event: [] },
      ],
      /one by one/,
    ],
    [
      'an eventType of a newer Mautic',
      campaign([{ ...one, eventType: 'gateway' }], []),
      /events\.0\.eventType.*newer Mautic/,
    ],
    ['an event without an id', campaign([{ ...one, id: undefined }], []), /events\.0\.id/],
    ['an id twice', campaign([one, one], []), /id-twice events\.1/],
    [
      'a line to nothing',
      campaign([one], ['lists > new_b']),
      /line-without-end canvasSettings\.connections\.0/,
    ],
    [
      'a line from nothing',
      campaign([one], ['new_x > new_a']),
      /line-without-end canvasSettings\.connections\.0/,
    ],
    [
      'a parent that is not there, beside a canvas that is whole',
      campaign([{ ...one, parent: 99999 }], ['lists > new_a']),
      /line-without-end events\.0\.parent .*“99999”/,
    ],
    [
      'a child that is not there',
      campaign([{ ...one, children: ['ghost'] }], ['lists > new_a']),
      /line-without-end events\.0\.children\.0 .*“ghost”/,
    ],
    [
      'a child that is not there, in an answer of Mautic',
      { campaign: { name: 'x', events: { 7: { ...one, id: 7, children: [{ id: 8 }] } } } },
      /line-without-end campaign\.events\.7\.children\.0 .*“8”/,
    ],
    [
      'a parent that is not there, in an export',
      [
        {
          campaign: [{ id: 1, canvas_settings: [] }],
          campaign_event: [{ id: 7, type: 'email.send', event_type: 'action', parent_id: 8 }],
        },
      ],
      /line-without-end 0\.campaign_event\.0\.parent_id .*“8”/,
    ],
    [
      'a circle',
      campaign([one, event('new_b', 'email.send')], ['new_a > new_b', 'new_b > new_a']),
      /circle events\.0/,
    ],
    [
      'a jump to nothing',
      campaign([event('new_j', 'campaign.jump_to_event', { properties: { jumpToEvent: 'new_x' } })], []),
      /jump-without-end events\.0\.properties\.jumpToEvent/,
    ],
    [
      'a jump to a jump',
      campaign([event('new_j', 'campaign.jump_to_event', { properties: { jumpToEvent: 'new_j' } })], []),
      /jump-to-jump/,
    ],
    [
      'decisions beside each other',
      campaign(
        [one, event('new_o', 'email.open'), event('new_c', 'email.click')],
        ['lists > new_a', 'new_a > new_o', 'new_a > new_c'],
      ),
      /parallel-paths events\.2 Mautic runs “new_o” and “new_c” beside each other/,
    ],
    ['no events', campaign([], []), /no-events/],
    [
      'keys of JavaScript',
      '{"name":"x","events":[{"__proto__":{"a":1}}]}',
      /forbidden-name events\.0\.__proto__/,
    ],
    ['nesting without end', `${'['.repeat(5000)}${']'.repeat(5000)}`, /nested-too-deep/],
    ['20 MB', `"${'x'.repeat(20 * 1024 * 1024)}"`, /file-too-large/],
    [
      'more events than a journey has steps',
      campaign(
        Array.from({ length: 2100 }, (_, n) => event(`new_${n}`, 'email.send')),
        [],
      ),
      /too-many-steps/,
    ],
  ])('%s', async (_, value, says) => {
    expect(await refusal(value)).toMatch(says);
  });

  test('several files, and none', async () => {
    for (const files of [[], [fileOf('{}'), fileOf('{}')]])
      expect(await converter.import(files)).toMatchObject({ ok: false, problems: [{ code: 'one-file' }] });
  });

  test('the last of several lines to an event is taken, as Mautic does, and told', async () => {
    const events = [event('new_a', 'email.send'), event('new_b', 'email.send'), event('new_c', 'email.send')];
    const { warnings } = await readOf(
      campaign(events, ['lists > new_a', 'new_a > new_b', 'new_a > new_c', 'new_b > new_c']),
    );
    expect(warnings).toContainEqual(
      expect.objectContaining({ code: 'several-parents', path: 'canvasSettings.connections.3' }),
    );
  });

  test('children of which only the depth is told, and empty ones, are nothing', async () => {
    const events = [
      event('new_a', 'email.send', { parent: null, children: [{}, null, '', 'new_b'] }),
      event('new_b', 'email.send', { parent: 'new_a', children: {} }),
    ];
    const { warnings } = await readOf(campaign(events, ['lists > new_a', 'new_a > new_b']));
    expect(warnings.filter(({ path }) => path?.includes('children'))).toEqual([]);
  });

  test('a jump that only leads round is slowed, not followed for ever', async () => {
    const jump = event('new_j', 'campaign.jump_to_event', { properties: { jumpToEvent: 'new_a' } });
    const { journey, warnings } = await readOf(
      campaign([event('new_a', 'email.send'), jump], ['lists > new_a', 'new_a > new_j']),
    );
    expect(warnings.map(({ code }) => code)).toContain('loop-slowed');
    expect(findErrors(journey)).toEqual([]);
  });
});

test('nothing is thrown, whatever is read', async () => {
  const [journey] = fc.sample(mauticJourney, { seed: 2, numRuns: 1 });
  const whole = (await written(converter, journey!)).files[0]!.text;
  const holes = fc.array(fc.tuple(fc.nat(), fc.jsonValue({ maxDepth: 2 })), { minLength: 1, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.json(),
        holes.map((all) => damaged(whole, all)),
      ),
      async (text) => {
        const read = await converter.import([fileOf(text)], { schema });
        if (read.ok) expect(findErrors(read.journey, { schema })).toEqual([]);
        else expect(read.problems.every(({ words }) => words.length > 0)).toBe(true);
      },
    ),
    { seed: 4, numRuns: 250 },
  );
});

/** The file with some of its values taken out or replaced. */
function damaged(text: string, holes: readonly (readonly [number, unknown])[]): string {
  let at = 0;
  const chosen = new Map(holes.map(([place, value]) => [place % 400, value]));
  return JSON.stringify(JSON.parse(text), (_, value: unknown) => {
    at += 1;
    if (!chosen.has(at)) return value;
    return at % 2 === 0 ? undefined : chosen.get(at);
  });
}
