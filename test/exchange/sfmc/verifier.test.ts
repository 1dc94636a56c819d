import { describe } from 'vitest';
import { converter } from '../../../src/exchange/sfmc/converter.ts';
import { branchOf, draft, step } from '../../support/draftJourney.ts';
import { damagesAreNoticed, inJson } from '../../support/formats/damage.ts';
import { written } from '../../support/formats/roundTrip.ts';
import { verifySfmc } from '../../support/formats/sfmc.ts';
import { put } from '../../support/formats/sfmcFiles.ts';

const QUESTION = 'activities.check-clicked';

describe('damages', () => {
  const journey = draft(
    {
      mail: step('message'),
      check: step('check'),
      test: step('experiment'),
      ask: step('split', {
        branches: [branchOf('a', { kind: 'column', column: 'plan', operator: 'is', value: 'pro' })],
      }),
      wait: step('wait'),
      tag: step('update'),
    },
    [
      'entry-1.next > mail',
      'mail.next > check',
      'check.clicked > test',
      'check.noResponse > ask',
      'test.a > wait',
      'test.b > wait',
      'ask.a > tag',
    ],
  );
  const putting = (path: string, value: unknown) =>
    inJson((file) => {
      put(file, path, value);
    });
  damagesAreNoticed(verifySfmc, async () => (await written(converter, journey)).files, {
    'an id of the server': inJson((file: object) => ({ ...file, id: 'x' })),
    'no key': putting('key', ''),
    'two triggers': putting('triggers', (was: unknown[]) => [...was, ...was]),
    'a key twice': putting('activities.wait.key', 'tag'),
    'a link to nowhere': putting('activities.mail.outcomes.0.next', 'gone'),
    'a link left out': putting('activities.mail.outcomes.0.next', null),
    'a way round': putting('activities.wait.outcomes.0.next', 'mail'),
    'shares of 110 %': putting('activities.test.outcomes.0.arguments.percentage', 60),
    'a broken share': putting('activities.test.outcomes.0.arguments.percentage', 49.5),
    'an unknown type': putting('activities.wait.type', 'WAITX'),
    'a wait without a unit': putting('activities.wait.configurationArguments.waitUnit', undefined),
    'an answer that cannot be asked': putting(
      'activities.check-clicked.configurationArguments.statsTypeId',
      4,
    ),
    'a question about no message': putting(
      `${QUESTION}.configurationArguments.refActivityCustomerKey`,
      'tag',
    ),
    'two times yes': putting(`${QUESTION}.outcomes.1.arguments.when`, true),
    'a filter cut short': putting('activities.ask.configurationArguments.criteria.a', '<FilterDefinition>'),
    'a filter for no path': putting('activities.ask.outcomes.0.key', 'b'),
    'an unknown operator': putting('activities.ask.configurationArguments.criteria.a', (was: string) =>
      was.replace('"Equal"', '"Equals"'),
    ),
    'a file cut short': (files) => files.map((file) => ({ ...file, text: file.text.slice(0, 500) })),
    'another ending': (files) => files.map((file) => ({ ...file, name: 'journey.json' })),
  });
});
