import { describe, expect, it } from 'vitest';
import { applyEdit, replay } from '../../src/journey/applyEdit.ts';
import { readJourney } from '../../src/journey/format.ts';
import { stepId } from '../../src/journey/ids.ts';
import type { Journey } from '../../src/journey/journey.ts';
import { replaceKind } from '../../src/journey/replaceKind.ts';
import { type Step, STEP_DEFINITIONS, STEP_KINDS } from '../../src/journey/steps/index.ts';
import { hours } from '../../src/journey/units.ts';
import { draft, step } from '../support/draftJourney.ts';

const m = stepId('m');
const around = (middle: Step, links: readonly string[]) =>
  draft({ m: middle, a: step('exit'), b: step('exit') }, ['entry-1.next > m', ...links]);
const replaced = (journey: Journey, fresh: Step) =>
  applyEdit(journey, replaceKind(journey, m, fresh)).journey;

describe('a step of another kind', () => {
  it('keeps its place, its ways in, its own name and its note', () => {
    const journey = around(step('message', { name: 'Offer', note: 'ask legal', disabled: true }), [
      'm.next > a',
    ]);
    const after = replaced(journey, step('wait'));
    expect(after.steps[m]).toMatchObject({ kind: 'wait', name: 'Offer', note: 'ask legal', disabled: true });
    expect(after.layout[m]).toEqual(journey.layout[m]);
    expect(after.links).toEqual(journey.links);
  });

  it('takes the new kind’s name when nobody had given it one', () => {
    expect(replaced(around(step('message'), []), step('wait')).steps[m]).toMatchObject({ name: 'Wait' });
  });

  it('takes it, too, from a name that new steps are given on screen', () => {
    const journey = around(step('message', { name: 'Email message' }), []);
    const edit = replaceKind(journey, m, step('wait'), ['Email message']);
    expect(applyEdit(journey, edit).journey.steps[m]).toMatchObject({ name: 'Wait' });
  });

  it('keeps what a message says when it becomes a ladder, and back', () => {
    const said = { subject: 'Hi {{first_name|you}}' };
    const journey = around(step('message', { channel: 'push', content: said, obeysCaps: false }), [
      'm.next > a',
    ]);
    const ladder = replaced(journey, step('escalate'));
    expect(ladder.steps[m]).toMatchObject({
      rungs: [{ channel: 'push', content: said }, { channel: 'sms' }],
      obeysCaps: false,
    });
    expect(ladder.links[m]).toEqual({ sent: 'a' });
    expect(replaced(ladder, step('message')).steps[m]).toMatchObject({ channel: 'push', content: said });
  });

  it('keeps the words on another channel, but not that channel’s cost and rates', () => {
    const journey = around(step('message', { content: { body: 'Hi' }, cost: 5 as never }), []);
    const after = replaced(journey, step('message', { channel: 'sms' })).steps[m];
    expect(after).toMatchObject({ channel: 'sms', content: { body: 'Hi' } });
    expect(after).not.toHaveProperty('cost');
  });

  it('keeps how long it takes between wait and check, and the last way out', () => {
    const journey = around(step('check', { windowMinutes: hours(12), responses: ['clicked'] }), [
      'm.clicked > a',
      'm.noResponse > b',
    ]);
    expect(replaced(journey, step('wait')).steps[m]).toMatchObject({
      until: { type: 'duration', minutes: hours(12) },
    });
    expect(replaced(journey, step('split')).links[m]).toEqual({ 'branch-1': 'a', else: 'b' });
  });

  it('keeps branches as arms whose weights make 100 %', () => {
    const branches = ['x', 'y', 'z'].map((id) => ({
      id,
      name: id,
      rule: { kind: 'any', rules: [] } as const,
    }));
    const after = replaced(around(step('split', { branches }), ['m.x > a', 'm.y > b']), step('experiment'));
    const { arms } = after.steps[m] as Extract<Step, { kind: 'experiment' }>;
    expect(arms.map(({ weight }) => weight)).toEqual([34, 33, 33]);
    expect(after.links[m]).toEqual({ x: 'a', y: 'b' });
  });

  const pairs = STEP_KINDS.flatMap((from) => STEP_KINDS.map((to) => [from, to] as const)).filter(
    ([from, to]) => from !== 'entry' && to !== 'entry',
  );
  it.each(pairs)('%s → %s is a document the format accepts, and undoes', (from, to) => {
    const first = STEP_DEFINITIONS[from].defaults();
    const exits = STEP_DEFINITIONS[from].exits(first as never);
    const journey = around(
      first,
      exits.map((exit, at) => `m.${exit} > ${at === 0 ? 'a' : 'b'}`),
    );
    const applied = applyEdit(journey, replaceKind(journey, m, STEP_DEFINITIONS[to].defaults()));
    expect(readJourney(JSON.parse(JSON.stringify(applied.journey))).ok).toBe(true);
    expect(replay(applied.journey, applied.inverse)).toEqual(journey);
  });
});
