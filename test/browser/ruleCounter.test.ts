import { afterEach, describe, expect, it } from 'vitest';
import type { Audience } from '../../src/audience/audience.ts';
import { EVERYONE, type Rule } from '../../src/journey/rules.ts';
import { Simulator } from '../../src/runtime/simulator.ts';
import { CountWork } from '../../src/simulation/countWork.ts';
import { sampleSource } from '../../src/simulation/sampleAudience.ts';
import { audienceWith, numberColumn, textColumn, yesNoColumn } from '../audience/audiences.ts';

const sample = { kind: 'sample', rows: 100_000 } as const;
const intent = (value: string): Rule => ({ kind: 'column', column: 'intent', operator: 'is', value });
const vip: Rule = { kind: 'tag', tag: 'vip' };

const customers: Audience = audienceWith(
  {
    plan: textColumn('a', 'b', 'b'),
    orders: numberColumn(1, 2, 3),
    may_text: yesNoColumn(true, false, false),
  },
  { may_text: 'consent:sms' },
);

const started: Worker[] = [];
const sent: unknown[] = [];
function startCounter(): Worker {
  const worker = new Worker(new URL('../../workers/count.worker.ts', import.meta.url), { type: 'module' });
  started.push(worker);
  const post = worker.postMessage.bind(worker);
  worker.postMessage = (message: unknown, transfer?: unknown) => {
    sent.push(message);
    post(message, (transfer ?? []) as Transferable[]);
  };
  return worker;
}
const simulator = (start = startCounter) =>
  new Simulator({ loadAudience: () => Promise.resolve(customers), cores: 2, startCounter: start });

afterEach(() => {
  sent.length = 0;
  for (const worker of started.splice(0)) worker.terminate();
});

describe('counting rules in a worker', () => {
  it('answers for the whole sample what the same code answers here', async () => {
    const here = new CountWork();
    here.open(sampleSource(sample.rows));
    const rules: Rule[] = [EVERYONE, intent('high'), { kind: 'none', rules: [vip, intent('low')] }];
    const counts = await simulator().countRules(sample, rules);
    expect(counts).toEqual(here.count(rules));
    expect(counts[0]).toBe(100_000);
  });

  it('counts on in the same worker, and in another for another audience', async () => {
    const counting = simulator();
    await counting.countRules(sample, [vip]);
    await counting.countRules(sample, [intent('high')]);
    expect(started).toHaveLength(1);
    expect(await counting.countRules({ kind: 'imported', id: 'mine' }, [EVERYONE])).toEqual([3]);
    expect(started).toHaveLength(2);
  });

  it('brings the worker those columns of an imported audience that a rule names, once', async () => {
    const counting = simulator();
    const mine = { kind: 'imported', id: 'mine' } as const;
    const isB: Rule = { kind: 'column', column: 'plan', operator: 'is', value: 'b' };
    expect(await counting.countRules(mine, [isB])).toEqual([2]);
    const before = sent.length;
    expect(await counting.countRules(mine, [isB, { kind: 'consent', channel: 'sms' }])).toEqual([2, 1]);
    const later = JSON.stringify(sent.slice(before));
    expect(later).toContain('may_text');
    expect(JSON.stringify(sent)).not.toContain('"name":"orders"');
    expect(later).not.toContain('"name":"plan"');
  });

  it('counts an audience whose roles were changed anew, by what its columns are for now', async () => {
    let roles: Audience['roles'] = {};
    const counting = new Simulator({
      loadAudience: () => Promise.resolve({ ...customers, roles }),
      cores: 2,
      startCounter,
    });
    const mayText: Rule = { kind: 'consent', channel: 'sms' };
    const mine = { kind: 'imported', id: 'mine' } as const;
    expect(await counting.countRules(mine, [mayText])).toEqual([3]);
    roles = customers.roles;
    expect(await counting.countRules({ ...mine, revision: 1 }, [mayText])).toEqual([1]);
    expect((await counting.schema({ ...mine, revision: 1 })).roles).toEqual(roles);
  });

  it('fails when its worker dies, and starts anew with the next question', async () => {
    let first = true;
    const counting = simulator(() => {
      const broken = first;
      first = false;
      return broken
        ? new Worker(URL.createObjectURL(new Blob(['throw new Error("no memory")'])))
        : startCounter();
    });
    await expect(counting.countRules(sample, [EVERYONE])).rejects.toThrow('Counting stopped');
    expect(await counting.countRules(sample, [EVERYONE])).toEqual([100_000]);
  });
});
