import { expect, it } from 'vitest';
import { stoppedByPolicies } from '../../../src/features/edit-journey/stoppedByPolicies.ts';
import type { MessageReport } from '../../../src/analytics/report.ts';

const message = (unsent: Readonly<Record<string, number>>): MessageReport => ({
  step: 'mail',
  channel: 'email',
  sent: 0,
  delivered: 0,
  opened: 0,
  openedTrue: 0,
  clicked: 0,
  converted: 0,
  unsubscribed: 0,
  cost: 0,
  unsent,
});

it('adds up what policies stopped, all caps together, and leaves out what stopped for another reason', () => {
  const messages = [
    message({ 'cap:weekly': 5, 'cap:promo': 2, consent: 9, budget: 3 }),
    message({ 'cap:weekly': 1, quiet: 4, horizon: 7 }),
  ];
  expect([...stoppedByPolicies({ messages })]).toEqual([
    ['caps', 8],
    ['budget', 3],
    ['quiet', 4],
  ]);
  expect(stoppedByPolicies({ messages: [message({ consent: 1 })] }).size).toBe(0);
});
