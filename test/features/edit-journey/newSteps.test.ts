import { expect, it } from 'vitest';
import { makeStep, searchSteps } from '../../../src/features/edit-journey/newSteps.ts';
import { i18n } from '../../../src/i18n/i18n.ts';

it('finds the suppression list by name, as an update that stops every message', () => {
  const [found] = searchSteps('suppress', i18n.t);
  expect(found && makeStep(found)).toMatchObject({
    kind: 'update',
    name: 'Suppression list',
    changes: [{ type: 'suppress', channel: 'all' }],
  });
});

it('finds messages by channel', () => {
  const [found] = searchSteps('sms', i18n.t);
  expect(found && makeStep(found)).toMatchObject({ kind: 'message', channel: 'sms' });
});
