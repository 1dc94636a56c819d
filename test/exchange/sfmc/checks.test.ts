import { expect, test } from 'vitest';
import { converter } from '../../../src/exchange/sfmc/converter.ts';
import { draft, step } from '../../support/draftJourney.ts';
import { written } from '../../support/formats/roundTrip.ts';

test('a check of which a loop makes copies says once what is asked, and after which messages', async () => {
  const check = step('check', { on: 'latest', responses: ['clicked', 'opened', 'unsubscribed'] });
  const sms = step('message', { channel: 'sms' });
  const journey = draft(
    { mail: step('message'), check, sms, end: step('exit') },
    [
      'entry-1.next > mail',
      'mail.next > check',
      'check.clicked > end',
      'check.noResponse > sms',
      'sms.next > check',
    ],
    { maxPasses: 3 },
  );
  const { fits } = await written(converter, journey);
  const said = fits.filter((fit) => fit.step === 'check');
  expect(said.filter(({ code }) => code === 'check-as-wait')).toHaveLength(1);
  expect(said.filter(({ code }) => code === 'responses-not-asked').map(({ words }) => words)).toEqual([
    'Salesforce cannot ask for Unsubscribed after any message, nor for Clicked, Opened after messages that are no e-mails. Whoever answers so leaves by “No response”.',
  ]);
});
