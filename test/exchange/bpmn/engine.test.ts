import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { converter } from '../../../src/exchange/bpmn/converter.ts';
import { condition, ruleQuestion } from '../../../src/exchange/bpmn/conditions.ts';
import { textIn } from '../../../src/exchange/bpmn/plain.ts';
import type { Rule } from '../../../src/journey/rules.ts';
import { bpmnFaults } from '../../support/formats/bpmn.ts';
import { runEveryWay, runThrough } from '../../support/formats/bpmnEngine.ts';
import { written } from '../../support/formats/roundTrip.ts';
import { randomRule } from '../../support/randomRule.ts';
import { openSample, SAMPLE_NAMES } from '../../support/samples.ts';
import { Script } from 'node:vm';

describe('an engine', () => {
  test.each(SAMPLE_NAMES)('executes %s along every branch', async (name) => {
    const { files } = await written(converter, openSample(name));
    const { never, taken, runs } = await runEveryWay(files[0]?.text ?? '');
    expect(never).toEqual([]);
    expect(taken.size).toBeGreaterThan(10);
    expect(runs).toBeGreaterThan(2);
  });

  test('asks for each moment and calls each service, with what the step says', async () => {
    const asked = async (name: string) =>
      (await runEveryWay((await written(converter, openSample(name))).files[0]?.text ?? '')).asked;
    const [cart, renewal] = [await asked('abandoned-cart'), await asked('renewal')];
    expect([...cart]).toEqual(
      expect.arrayContaining(['between PT1H PT2H', 'timeOfDay 18:00', 'send reminder', 'send sms']),
    );
    expect([...renewal]).toEqual(
      expect.arrayContaining([
        'dateAt renewal_date -45 09:00',
        'dateIn renewal_date -720',
        'handOff success',
      ]),
    );
  });

  test('takes the branch that the services say, by the conditions of the file', async () => {
    const { files } = await written(converter, openSample('abandoned-cart'));
    const ran = (arm: string, consent: boolean) =>
      runThrough(files[0]?.text ?? '', { arm: () => arm, consent: () => consent });
    const [texted, mailed, held] = [
      await ran('remind', true),
      await ran('remind', false),
      await ran('holdout', true),
    ];
    expect(texted).toEqual(expect.arrayContaining(['test.remind.to', 'texting.sms.to']));
    expect(mailed).toEqual(expect.arrayContaining(['test.remind.to', 'texting.else.to']));
    expect(held).toEqual(expect.arrayContaining(['test.holdout.to', 'texting.sms.to']));
    expect(held).not.toContain('test.remind.to');
  });

  test('starts the sub-processes of all exit rules', async () => {
    const sample = openSample('welcome');
    const rule: Rule = { kind: 'any', rules: [{ kind: 'score', atLeast: 5 }] };
    const { files } = await written(converter, {
      ...sample,
      settings: {
        ...sample.settings,
        exitRules: [
          { id: 'a', when: { kind: 'rule', rule }, mode: 'immediate' },
          { id: 'b', when: { kind: 'unsubscribed', channel: 'email' }, mode: 'stepEnd' },
        ],
      },
    });
    expect(await bpmnFaults(files)).toEqual([]);
    const { never, taken } = await runEveryWay(files[0]?.text ?? '');
    expect(never).toEqual([]);
    expect([...taken]).toEqual(expect.arrayContaining(['exitRule.0.flow', 'exitRule.1.flow']));
  });

  test('that cannot take a flow is noticed', async () => {
    const { files } = await written(converter, openSample('welcome'));
    const text = files[0]?.text ?? '';
    const timers = text.replaceAll('environment.services.daysOn', 'environment.services.nobody');
    expect(timers).not.toBe(text);
    const whole = text.replace(/(<bpmn:sendTask id="offer"[^>]*)implementation="[^"]*"/, '$1');
    expect(whole).not.toBe(text);
    await expect(runEveryWay(whole)).rejects.toThrow('service not defined');
  });
});

test('conditions ask of each leaf what the rule asks, and put the answers together as the rule does', () => {
  const leafOf = (rule: Rule): readonly Rule[] => ('rules' in rule ? rule.rules.flatMap(leafOf) : [rule]);
  fc.assert(
    fc.property(randomRule, fc.infiniteStream(fc.boolean()), (rule, coins) => {
      const answers = new Map<string, boolean>();
      for (const leaf of leafOf(rule)) answers.set(key(leaf), coins.next().value === true);
      const holds = (one: Rule): boolean => {
        if (one.kind === 'all') return one.rules.every(holds);
        if (one.kind === 'any') return one.rules.some(holds);
        return one.kind === 'none' ? !one.rules.some(holds) : answers.get(key(one)) === true;
      };
      const given =
        (service: string) =>
        (...values: readonly unknown[]) =>
          answers.get(JSON.stringify([service, ...values]));
      const services = Object.fromEntries(
        ['column', 'tag', 'score', 'did', 'consent'].map((one) => [one, given(one)]),
      );
      let answer: unknown;
      const next = (_: unknown, value: unknown) => (answer = value);
      new Script(textIn(condition(ruleQuestion(rule)), 'body') ?? '').runInNewContext({
        next,
        environment: { services },
      });
      expect(answer).toBe(holds(rule));
    }),
    { seed: 5, numRuns: 200 },
  );
});

/** What a service is asked about a leaf, as docs/exchange.md says. */
function key(leaf: Rule): string {
  switch (leaf.kind) {
    case 'column':
      return JSON.stringify([
        'column',
        leaf.column,
        leaf.operator,
        ...(leaf.value === undefined ? [] : [leaf.value]),
      ]);
    case 'tag':
      return JSON.stringify(['tag', leaf.tag]);
    case 'score':
      return JSON.stringify(['score', leaf.atLeast]);
    case 'behaviour':
      return JSON.stringify(['did', leaf.did, ...(leaf.step === undefined ? [] : [leaf.step])]);
    case 'consent':
      return JSON.stringify(['consent', leaf.channel]);
    case 'all':
    case 'any':
    case 'none':
      return '';
  }
}
