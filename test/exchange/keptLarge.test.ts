import { expect, test } from 'vitest';
import { PLATFORMS } from '../../src/exchange/platforms.ts';
import { parseJourney } from '../../src/journey/format.ts';
import { serializeJourney } from '../../src/journey/serializeJourney.ts';

const text = (inputs: unknown) =>
  JSON.stringify({
    name: 'Large',
    actions: [
      { id: 't', name: 'T', type: 'trigger', config: { type: 'event', filters: { events: [{ id: 'x' }] } } },
      { id: 'f', name: 'F', type: 'function', config: { template_id: 'template-webhook', inputs } },
      { id: 'e', name: 'E', type: 'exit', config: {} },
    ],
    edges: [
      { from: 't', to: 'f', type: 'continue' },
      { from: 'f', to: 'e', type: 'continue' },
    ],
  });

async function read(inputs: unknown) {
  const converter = await PLATFORMS.posthog.load();
  return converter.import([{ name: 'f.json', type: '', text: text(inputs) }]);
}

const deep = (levels: number): unknown => (levels === 0 ? 1 : { a: deep(levels - 1) });

test.each([10, 60, 90])(
  'what is kept of a file may be %i levels deep: the journey opens again',
  async (levels) => {
    const imported = await read({ deep: deep(levels) });
    if (!imported.ok) throw new Error(imported.problems[0]?.words);
    expect(imported.warnings.map(({ code }) => code)).not.toContain('origin-too-large');
    const again = parseJourney(serializeJourney(imported.journey));
    expect(again.ok ? again.journey : again.problems).toEqual(imported.journey);
  },
);

test('originals that no journey file can hold are left out, and it is said', async () => {
  // Every number stands on a line of its own in a journey's file.
  const imported = await read({ many: Array.from({ length: 900_000 }, () => 1) });
  if (!imported.ok) throw new Error(imported.problems[0]?.words);
  expect(imported.warnings.map(({ code }) => code)).toContain('origin-too-large');
  expect(imported.journey.origin).toBeUndefined();
  expect(parseJourney(serializeJourney(imported.journey)).ok).toBe(true);
});
