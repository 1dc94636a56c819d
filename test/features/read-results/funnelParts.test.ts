import { describe, expect, it } from 'vitest';
import type { FunnelStage, MessageReport } from '../../../src/analytics/report.ts';
import { funnelParts, largestLoss } from '../../../src/features/read-results/funnelParts.ts';

const exactly = (value: number) => ({ value, low: value, high: value });
const STAGES = {
  contacts: 1000,
  entered: 900,
  messaged: 850,
  opened: 100,
  clicked: 120,
  converters: 400,
} satisfies Record<FunnelStage, number>;
const funnel = Object.entries(STAGES).map(([stage, people]) => ({
  stage: stage as FunnelStage,
  people: exactly(people),
}));

function message(channel: string, clicked: number): MessageReport {
  const counts = { sent: 500, delivered: 500, opened: 0, openedTrue: 0, converted: 0, unsubscribed: 0 };
  return { step: channel, channel, ...counts, clicked, cost: 0, unsent: {} };
}

const whole = (messages: readonly MessageReport[], stage: FunnelStage) =>
  funnelParts({ funnel, messages }).find((part) => part.stage === stage)?.of?.stage;

describe('the stages of a funnel', () => {
  it('takes clicks for a part of opens where each click is on a channel that tells opens', () => {
    const messages = [message('email', 20), message('sms', 0)];
    expect(whole(messages, 'clicked')).toBe('opened');
    expect(whole(messages, 'opened')).toBe('messaged');
  });

  it('takes clicks for a part of those who got a message where somebody clicks what tells no opens', () => {
    const messages = [message('email', 20), message('sms', 100)];
    expect(whole(messages, 'clicked')).toBe('messaged');
    expect(largestLoss(funnelParts({ funnel, messages }))).toMatchObject({ from: 'messaged', to: 'clicked' });
  });

  it('leaves opens out where no channel tells them', () => {
    const parts = funnelParts({ funnel, messages: [message('sms', 100)] });
    expect(parts.map(({ stage }) => stage)).not.toContain('opened');
    expect(whole([message('sms', 100)], 'clicked')).toBe('messaged');
  });

  it('never takes those who convert for a part of those who click, nor calls them lost', () => {
    const messages = [message('email', 20)];
    expect(whole(messages, 'converters')).toBe('contacts');
    const few = funnel.map((part) => (part.stage === 'converters' ? { ...part, people: exactly(1) } : part));
    expect(largestLoss(funnelParts({ funnel: few, messages }))).toMatchObject({
      from: 'messaged',
      to: 'opened',
    });
  });
});
