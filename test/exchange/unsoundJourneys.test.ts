import { describe, expect, test } from 'vitest';
import { PLATFORMS } from '../../src/exchange/platforms.ts';
import { SHEETS } from '../../src/exchange/sheets/sheets.ts';
import { findErrors } from '../../src/journey/errors.ts';
import type { Journey } from '../../src/journey/journey.ts';
import { smallJourney } from '../support/tinyRun.ts';

const UNSOUND: readonly (readonly [string, Journey])[] = [
  [
    'weights that are no whole',
    smallJourney({
      steps: {
        draw: {
          kind: 'experiment',
          arms: [
            { id: 'a', name: 'A', weight: 10 },
            { id: 'b', name: 'B', weight: 30 },
          ],
        },
      },
      links: ['entry>next>draw'],
    }),
  ],
  [
    'a loop in which no time passes',
    smallJourney({
      steps: { note: { kind: 'update', changes: [{ type: 'addTag', tag: 'x' }] } },
      links: ['entry>next>note', 'note>next>note'],
    }),
  ],
  [
    'a check on a wait',
    smallJourney({
      steps: { pause: { kind: 'wait' }, look: { kind: 'check', on: 'pause', responses: ['clicked'] } },
      links: ['entry>next>pause', 'pause>next>look'],
    }),
  ],
];

describe.each(UNSOUND)('a journey with %s', (_, journey) => {
  const errors = findErrors(journey).map(({ words }) => words);

  test('is an error to the linter', () => expect(errors).not.toEqual([]));

  test.each(Object.entries(PLATFORMS).filter(([id]) => id !== 'mermaid'))(
    '%s: is not written, and the linter’s words say why',
    async (__, { load }) => {
      const made = await (await load()).export(journey);
      expect(made.ok ? [] : made.problems.map(({ words }) => words)).toEqual(errors);
    },
  );

  test.each(Object.entries(SHEETS))('%s: there is no sheet for it', async (__, { load }) => {
    const made = (await load())(journey);
    expect(made.ok ? [] : made.problems.map(({ words }) => words)).toEqual(errors);
  });

  test('a drawing of it is made, and says that it cannot run', async () => {
    const made = await (await PLATFORMS.mermaid.load()).export(journey);
    expect(made.ok && made.warnings.map(({ words }) => words)).toEqual(errors);
  });
});
