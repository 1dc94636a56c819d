import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluateRule } from '../../../src/audience/rules.ts';
import { fromTemplate, toTemplate } from '../../../src/exchange/klaviyo/content.ts';
import { converter } from '../../../src/exchange/klaviyo/converter.ts';
import type { Rule } from '../../../src/journey/rules.ts';
import { branchOf, draft, step } from '../../support/draftJourney.ts';
import { verifyKlaviyo } from '../../support/formats/klaviyo.ts';
import { written } from '../../support/formats/roundTrip.ts';
import { randomRule } from '../../support/randomRule.ts';
import { sampleAudience } from '../../support/sampleAudience.ts';

const column = (
  name: string,
  operator: 'is' | 'isNot' | 'atLeast',
  value: string | number | boolean,
): Rule => ({
  kind: 'column',
  column: name,
  operator,
  value,
});
const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => column(name, 'is', 'x')) as [Rule, Rule, Rule, Rule];

function asked(rule: Rule) {
  return draft(
    { mail: step('message', { name: 'Hello' }), ask: step('split', { branches: [branchOf('yes', rule)] }) },
    ['entry-1.next > mail', 'mail.next > ask'],
  );
}

interface Group {
  conditions: { property?: string; filter?: { operator: string; value?: unknown }; metric_id?: string }[];
}

async function groupsOf(rule: Rule): Promise<readonly Group[]> {
  const { files } = await written(converter, asked(rule));
  expect(verifyKlaviyo(files)).toEqual([]);
  const body = JSON.parse(files[0]!.text) as {
    data: {
      attributes: { definition: { actions: { data: { profile_filter: { condition_groups: Group[] } } }[] } };
    };
  };
  return body.data.attributes.definition.actions[1]!.data.profile_filter.condition_groups;
}

/** Without the journey that it was made from: the file alone. */
async function readRule(rule: Rule): Promise<Rule> {
  const { files } = await written(converter, asked(rule));
  const imported = await converter.import(files);
  if (!imported.ok) throw new Error(imported.problems.map(({ words }) => words).join('\n'));
  const split = Object.values(imported.journey.steps).find((found) => found.kind === 'split');
  return split?.kind === 'split' ? split.branches[0]!.rule : a;
}

const shape = (groups: readonly Group[]) =>
  groups.map(({ conditions }) =>
    conditions.map(({ property, filter }) => `${property?.slice(12, 13)} ${filter?.operator}`),
  );

describe('a rule is groups that must all hold, of alternatives', () => {
  test('“any” of “all” is multiplied out', async () => {
    const rule: Rule = {
      kind: 'any',
      rules: [
        { kind: 'all', rules: [a, b] },
        { kind: 'all', rules: [c, d] },
      ],
    };
    expect(shape(await groupsOf(rule))).toEqual([
      ['a equals', 'c equals'],
      ['a equals', 'd equals'],
      ['b equals', 'c equals'],
      ['b equals', 'd equals'],
    ]);
  });

  test('“none” goes down to the comparisons', async () => {
    const rule: Rule = {
      kind: 'none',
      rules: [{ kind: 'all', rules: [a, { kind: 'none', rules: [b] }] }, column('n', 'atLeast', 5)],
    };
    expect(shape(await groupsOf(rule))).toEqual([
      ['a not-equals', 'b equals'],
      ['n less-than', 'n not-set'],
    ]);
  });

  test('everybody and nobody are said by an address that is there or is not', async () => {
    const operators = async (rule: Rule) =>
      (await groupsOf(rule)).map(({ conditions }) => conditions.map(({ filter }) => filter?.operator));
    expect(await operators({ kind: 'all', rules: [] })).toEqual([['is-set', 'not-set']]);
    expect(await operators({ kind: 'any', rules: [] })).toEqual([['is-set'], ['not-set']]);
    expect(await readRule({ kind: 'all', rules: [] })).toEqual({ kind: 'all', rules: [] });
    expect(await readRule({ kind: 'any', rules: [] })).toEqual({ kind: 'any', rules: [] });
  });

  test.each([
    [
      'too large a rule',
      {
        kind: 'any',
        rules: Array.from({ length: 8 }, (_, index) => ({
          kind: 'all',
          rules: [column(`p${index}`, 'is', 1), column(`q${index}`, 'is', 1)],
        })),
      },
    ],
    ['a consent that nobody keeps', { kind: 'consent', channel: 'direct-mail' }],
    ['a comparison with nothing sensible', column('n', 'atLeast', 'many')],
  ] as [string, Rule][])('%s is said, and nobody takes the branch', async (_, rule) => {
    const { fits } = await written(converter, asked(rule));
    expect(fits.find(({ step: id }) => id === 'ask')).toMatchObject({
      fit: 'missing',
      code: 'rule-unsayable',
      returns: false,
    });
    expect(
      (await groupsOf(rule)).map(({ conditions }) => conditions.map(({ filter }) => filter?.operator)),
    ).toEqual([['is-set'], ['not-set']]);
  });
});

describe('a rule comes back from the file alone', () => {
  const still = (rule: Rule): boolean =>
    rule.kind === 'column' || ('rules' in rule && rule.rules.every(still));
  const rows = Uint32Array.from({ length: 300 }, (_, row) => row);

  test('and matches the same contacts', async () => {
    let tried = 0;
    await fc.assert(
      fc.asyncProperty(randomRule.filter(still), async (rule) => {
        const again = await readRule(rule);
        if ((await written(converter, asked(rule))).fits.some(({ code }) => code === 'rule-unsayable'))
          return;
        tried += 1;
        expect(evaluateRule(again, sampleAudience, rows)).toEqual(evaluateRule(rule, sampleAudience, rows));
      }),
      { seed: 5, numRuns: 80 },
    );
    expect(tried).toBeGreaterThan(60);
  });

  test.each([
    { kind: 'tag', tag: 'vip' },
    { kind: 'none', rules: [{ kind: 'tag', tag: 'vip' }] },
    { kind: 'score', atLeast: 20 },
    { kind: 'none', rules: [{ kind: 'score', atLeast: 20 }] },
    { kind: 'consent', channel: 'whatsapp' },
    { kind: 'none', rules: [{ kind: 'consent', channel: 'sms' }] },
    { kind: 'behaviour', did: 'clicked', step: 'mail' },
    { kind: 'none', rules: [{ kind: 'behaviour', did: 'opened' }] },
    { kind: 'behaviour', did: 'converted' },
    { kind: 'column', column: "it's [odd]", operator: 'contains', value: "'" },
    { kind: 'column', column: 'country', operator: 'startsWith', value: 'S' },
    { kind: 'column', column: 'last_order', operator: 'after', value: '2026-02-28' },
    { kind: 'column', column: 'newsletter', operator: 'isNot', value: true },
  ] as Rule[])('%j', async (rule) => {
    expect(await readRule(rule)).toEqual(rule);
  });

  test('where an account’s own ids stand for metrics, the journey that it was made from says which', async () => {
    const journey = asked({ kind: 'behaviour', did: 'clicked', step: 'mail' as never });
    const exported = await converter.export(journey, { answers: { 'metric:clicked-email': 'XcLicK' } });
    const files = exported.ok ? exported.files : [];
    expect(files[0]!.text).toContain('XcLicK');
    const [alone, known] = [await converter.import(files), await converter.import(files, { base: journey })];
    expect(known.ok && known.journey.steps).toEqual(journey.steps);
    expect(alone.ok && alone.warnings.map(({ code }) => code)).toContain('metric-known-by-id');
  });
});

describe('texts', () => {
  test.each([
    '{{first_name|there}}, {{plan}} {{a b|}} and {{unsubscribe_url}}',
    '{{city|it\'s \\ "here"}}',
    '{{cart_url}} {% if %} {{ {# }} }}{{',
    '<script>alert("{{name}}")</script>',
  ])('%s comes back', (text) => {
    expect(fromTemplate(toTemplate(text))).toBe(text);
  });

  test('any text comes back', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('{', '}', '%', '#', '|', "'", '"', '\\', 'a', ' ', 'é'),
          maxLength: 24,
        }),
        (text) => {
          expect(fromTemplate(toTemplate(text)).replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        },
      ),
      { seed: 2, numRuns: 300 },
    );
  });
});
