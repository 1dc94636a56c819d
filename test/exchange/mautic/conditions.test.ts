import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { converter } from '../../../src/exchange/mautic/converter.ts';
import type { Journey } from '../../../src/journey/journey.ts';
import type { Comparison, Operator, Rule, RuleValue } from '../../../src/journey/rules.ts';
import { exitsOf, type Step } from '../../../src/journey/steps/index.ts';
import { draft, step } from '../../support/draftJourney.ts';
import { firstAction, type MauticContact } from '../../support/formats/mauticWalk.ts';
import { randomRule } from '../../support/randomRule.ts';

type Contact = MauticContact & { readonly did: readonly string[] };

const contact: fc.Arbitrary<Contact> = fc.record({
  fields: fc.record({
    intent: fc.constantFrom('high', 'medium', 'low', undefined),
    intent_score: fc.nat(100),
    orders: fc.option(fc.nat(100), { nil: undefined }),
    last_order: fc.constantFrom(
      '2025-01-01',
      '2025-06-01',
      '2025-12-31',
      '2026-01-15',
      '2026-02-01',
      undefined,
    ),
    newsletter: fc.boolean(),
    renewal_date: fc.constantFrom('2026-05-05', undefined),
    country: fc.constantFrom('SE', undefined),
  }),
  tags: fc.subarray(['engaged', 'vip']),
  points: fc.nat(50),
  doNotContact: fc.subarray(['email', 'sms', 'mobile_notification']),
  segments: fc.constant([]),
  did: fc.subarray(['received', 'opened', 'clicked', 'converted']),
});

const DNC: Readonly<Record<string, string>> = { email: 'email', sms: 'sms', push: 'mobile_notification' };

function matches(rule: Rule, who: Contact): boolean {
  switch (rule.kind) {
    case 'all':
      return rule.rules.every((inner) => matches(inner, who));
    case 'any':
      return rule.rules.some((inner) => matches(inner, who));
    case 'none':
      return !rule.rules.some((inner) => matches(inner, who));
    case 'column':
      return compares(rule, who.fields[rule.column]);
    case 'tag':
      return who.tags.includes(rule.tag);
    case 'score':
      return who.points >= rule.atLeast;
    case 'behaviour':
      return who.did.includes(rule.did);
    case 'consent':
      return !who.doNotContact.includes(DNC[rule.channel] ?? '');
  }
}

function compares({ operator, value = '' }: Comparison, found: RuleValue | undefined): boolean {
  if (operator === 'isKnown' || operator === 'isUnknown')
    return (found !== undefined) === (operator === 'isKnown');
  if (found === undefined) return operator === 'isNot';
  const answers: Readonly<Partial<Record<Operator, boolean>>> = {
    is: found === value,
    isNot: found !== value,
    atLeast: found >= value,
    atMost: found <= value,
    moreThan: found > value,
    lessThan: found < value,
    after: found > value,
    before: found < value,
  };
  return answers[operator] ?? false;
}

/** The step, and a milestone at each of its exits: `to-EXIT`. */
function forked(tried: Step): Journey {
  const exits = exitsOf(tried);
  const goals = exits.map((exit) => [`to-${exit}`, step('goal', { name: exit })] as const);
  return draft({ tried, ...Object.fromEntries(goals) }, [
    'entry-1.next > tried',
    ...exits.map((exit) => `tried.${exit} > to-${exit}`),
  ]);
}

test('conditions and jumps part contacts as the rules do, whatever the rules', async () => {
  const rules = fc.array(randomRule, { minLength: 1, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(rules, fc.array(contact, { minLength: 5, maxLength: 5 }), async (asked, people) => {
      const branches = asked.map((rule, index) => ({ id: `b${index}`, name: `B${index}`, rule }));
      const journey = forked(step('split', { branches }));
      const first = await converter.export(journey);
      const blanks = first.ok
        ? first.blanks.filter(({ kind, id }) => kind === 'segment' && id !== 'segment')
        : [];
      const answers = Object.fromEntries(blanks.map(({ id }, index) => [id, String(index + 1)]));
      const made = await converter.export(journey, { answers });
      if (!made.ok) throw new Error('not exported');
      for (const who of people) {
        const segments = blanks.flatMap(({ id }, index) =>
          who.did.some((did) => id === `segment:${did}-any`) ? [index + 1] : [],
        );
        const taken = asked.findIndex((rule) => matches(rule, who));
        const came = firstAction(made.files[0]!.text, { ...who, segments });
        expect(came).toBe(`new_to-${taken === -1 ? 'else' : `b${taken}`}`);
      }
    }),
    { seed: 8, numRuns: 200 },
  );
});

test('a random number takes each arm as often as its share', async () => {
  const arms = [12.5, 37.5, 40].map((weight, index) => ({ id: `arm${index}`, name: `Arm ${index}`, weight }));
  const journey = forked(step('experiment', { arms, holdout: { weight: 10, goesOn: false } }));
  const made = await converter.export(journey, { answers: { 'random-field:tried': 'dice' } });
  const counts = new Map<string, number>();
  for (let dice = 0; dice < 100; dice += 0.5) {
    const who = { fields: { dice }, tags: [], points: 0, doNotContact: [], segments: [] };
    const came = firstAction(made.ok ? made.files[0]!.text : '', who);
    counts.set(came, (counts.get(came) ?? 0) + 0.5);
  }
  expect(Object.fromEntries(counts)).toEqual({
    'new_to-arm0': 12.5,
    'new_to-arm1': 37.5,
    'new_to-arm2': 40,
    'new_to-holdout': 10,
  });
});

test('operators and values as Mautic writes them', async () => {
  const asked: readonly (readonly [Operator, RuleValue | undefined, string, string | undefined])[] = [
    ['is', true, '=', '1'],
    ['isNot', 'pro', '!=', 'pro'],
    ['atLeast', 3, 'gte', '3'],
    ['atMost', 3, 'lte', '3'],
    ['moreThan', 2.5, 'gt', '2.5'],
    ['lessThan', 3, 'lt', '3'],
    ['contains', 'ro', 'contains', 'ro'],
    ['startsWith', 'p', 'startsWith', 'p'],
    ['isKnown', undefined, '!empty', undefined],
    ['isUnknown', undefined, 'empty', undefined],
    ['before', '2026-01-01', 'lt', '2026-01-01'],
    ['after', '2026-01-01', 'gt', '2026-01-01'],
  ];
  for (const [operator, value, theirs, text] of asked) {
    const rule: Rule = { kind: 'column', column: 'plan', operator, ...(value !== undefined && { value }) };
    const made = await converter.export(forked(step('split', { branches: [{ id: 'b', name: 'B', rule }] })));
    const { events } = JSON.parse(made.ok ? made.files[0]!.text : '') as {
      events: { properties: unknown }[];
    };
    expect(events[0]!.properties).toEqual({
      field: 'plan',
      operator: theirs,
      ...(text !== undefined && { value: text }),
    });
  }
});
