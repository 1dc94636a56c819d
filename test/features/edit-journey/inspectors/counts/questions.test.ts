import { describe, expect, it, vi } from 'vitest';
import { Questions } from '../../../../../src/features/edit-journey/inspectors/counts/questions.ts';
import type { Rule } from '../../../../../src/journey/rules.ts';
import type { AudienceChoice } from '../../../../../src/state/ports.ts';
import { fakePorts } from '../../../../support/fakePorts.ts';

const sample: AudienceChoice = { kind: 'sample', rows: 1000 };
const mine: AudienceChoice = { kind: 'imported', id: 'mine' };
const tag = (name: string): Rule => ({ kind: 'tag', tag: name });
const turn = () => new Promise<void>((resolve) => setTimeout(resolve));

function open() {
  const { simulator, counts } = fakePorts();
  return { questions: new Questions(simulator), counts };
}

describe('questions of a form', () => {
  it('are asked together, each once', async () => {
    const { questions, counts } = open();
    const [first, second, same] = [vi.fn(), vi.fn(), vi.fn()];
    questions.want(sample, tag('a'), first);
    questions.want(sample, tag('b'), second);
    questions.want(sample, tag('a'), same);
    await turn();
    expect(counts.map(({ rules }) => rules)).toEqual([[tag('a'), tag('b')]]);
    counts[0]?.answer.resolve([3, undefined]);
    await turn();
    expect([first.mock.calls, second.mock.calls, same.mock.calls]).toEqual([[[3]], [[undefined]], [[3]]]);
  });

  it('wait while one is under way, and only those still wanted are asked then', async () => {
    const { questions, counts } = open();
    questions.want(sample, tag('a'), vi.fn());
    await turn();
    const typed = ['v', 'vi'].map((text) => questions.want(sample, tag(text), vi.fn()));
    const last = vi.fn();
    questions.want(sample, tag('vip'), last);
    for (const withdraw of typed) withdraw();
    await turn();
    expect(counts).toHaveLength(1);
    counts[0]?.answer.resolve([1]);
    await turn();
    expect(counts.slice(1).map(({ rules }) => rules)).toEqual([[tag('vip')]]);
    counts[1]?.answer.resolve([7]);
    await turn();
    expect(last).toHaveBeenCalledExactlyOnceWith(7);
  });

  it('are remembered, per audience', async () => {
    const { questions, counts } = open();
    questions.want(sample, tag('a'), vi.fn());
    await turn();
    counts[0]?.answer.resolve([5]);
    await turn();
    expect(questions.remembered(sample, tag('a'))).toEqual({ count: 5 });
    expect(questions.remembered(mine, tag('a'))).toBeUndefined();
  });

  it('that fail are answered with nothing, and can be asked again', async () => {
    const { questions, counts } = open();
    const answered = vi.fn();
    questions.want(sample, tag('a'), answered);
    await turn();
    counts[0]?.answer.reject(new Error('no worker'));
    await turn();
    expect(answered).toHaveBeenCalledExactlyOnceWith(undefined);
    expect(questions.remembered(sample, tag('a'))).toBeUndefined();
    questions.want(sample, tag('a'), vi.fn());
    await turn();
    expect(counts).toHaveLength(2);
  });
});
