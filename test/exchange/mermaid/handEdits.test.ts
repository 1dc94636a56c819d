import { describe, expect, test } from 'vitest';
import { converter } from '../../../src/exchange/mermaid/converter.ts';
import { findErrors } from '../../../src/journey/errors.ts';
import { linksOf } from '../../../src/journey/graph.ts';
import { stepId } from '../../../src/journey/ids.ts';
import type { Journey } from '../../../src/journey/journey.ts';
import { draft, step } from '../../support/draftJourney.ts';
import { written } from '../../support/formats/roundTrip.ts';

const textOf = async (journey: Journey) => (await written(converter, journey)).files[0]?.text ?? '';
const filesOf = (text: string) => [{ name: 'journey.mmd', type: 'text/plain', text }];

describe('a drawing that was changed by hand wins', () => {
  const journey = draft(
    {
      mail: step('message', { name: 'Hello', channel: 'sms', transactional: true }),
      look: step('check', { name: 'Looked?', on: stepId('mail'), responses: ['clicked'], ranked: true }),
      end: step('exit', { name: 'End', reason: 'enough' }),
    },
    ['entry-1.next > mail', 'mail.next > look', 'look.clicked > end', 'look.noResponse > mail'],
  );
  const changed = async (change: (text: string) => string) => {
    const text = await textOf(journey);
    expect(change(text)).not.toBe(text);
    const read = await converter.import(filesOf(change(text)));
    if (!read.ok) throw new Error(read.problems[0]?.words);
    expect(findErrors(read.journey)).toEqual([]);
    return {
      steps: read.journey.steps as Readonly<Record<string, unknown>>,
      links: linksOf(read.journey).map(({ from, exit, to }) => `${from}.${exit} > ${to}`),
      codes: read.warnings.map(({ code, path = '' }) => `${code} ${path}`.trim()),
    };
  };
  const line = async (start: string) => {
    const at = (await textOf(journey)).split('\n').findIndex((one) => one.startsWith(start));
    return `line ${at + 1}`;
  };

  test('another name is the step’s name, and all else stays', async () => {
    const { steps, codes } = await changed((text) => text.replace('["Hello"]', '["Good day"]'));
    expect(steps['mail']).toEqual({ ...journey.steps[stepId('mail')], name: 'Good day' });
    expect(codes).toEqual([]);
  });

  test('an arrow that leads elsewhere leads elsewhere', async () => {
    const { steps, links, codes } = await changed((text) =>
      text.replace(/(look.*"clicked".*) s_end/, '$1 mail'),
    );
    expect(links).toContain('look.clicked > mail');
    expect(steps).toEqual(journey.steps);
    expect(codes).toEqual([]);
  });

  test('an arrow that says something new makes the box be guessed, with a warning', async () => {
    const { steps, links, codes } = await changed((text) => text.replace('|"clicked"|', '|"opened"|'));
    expect(steps['look']).toMatchObject({ kind: 'check', responses: ['opened'], ranked: false });
    expect(links).toContain('look.opened > end');
    expect(codes).toEqual([`mermaid-redrawn ${await line('%% rehearsal:step look')}`]);
  });

  test('a box that is gone is gone, and what asks about it asks about any message', async () => {
    const { steps, links, codes } = await changed((text) =>
      text
        .replace(/^ {2}mail\[.*\n/m, '')
        .replace(/^.*\bmail\b.*-->.*\n/gm, '')
        .replace(/^.*--.*\bmail$\n/gm, ''),
    );
    expect(Object.keys(steps)).not.toContain('mail');
    expect(steps['look']).toMatchObject({ on: 'latest', ranked: true });
    expect(links).toEqual(['look.clicked > end']);
    expect(codes.join()).toMatch(/mermaid-box-gone line \d+/);
    expect(codes).toContain('mermaid-message-gone');
  });

  test('another class is another kind', async () => {
    const { steps, codes } = await changed((text) => text.replace(':::message', ':::wait'));
    expect(steps['mail']).toMatchObject({ kind: 'wait', name: 'Hello' });
    expect(codes).toContain(`mermaid-redrawn ${await line('%% rehearsal:step mail')}`);
  });

  test('a box more is guessed, and what was open stays open', async () => {
    const { steps, links } = await changed((text) =>
      text.replace('  mail["', '  more[Wait 3 days]\n  end2 --> more\n  mail["'),
    );
    expect(steps['more']).toMatchObject({ kind: 'wait', until: { type: 'duration', minutes: 4320 } });
    expect(links).toEqual(expect.arrayContaining(['look.clicked > end']));
  });

  test('a comment that is damaged is left out, with a warning of its line', async () => {
    for (const damage of [
      (text: string) => text.replace('"channel":"sms"', '"channel":"fax"'),
      (text: string) => text.replace(/(rehearsal:step mail .*).{5}$/m, '$1'),
      (text: string) => text.replace(/rehearsal:step mail .*$/m, 'rehearsal:step mail [1]'),
      (text: string) =>
        text.replace(/rehearsal:step mail .*$/m, 'rehearsal:step mail {"__proto__":{"kind":"exit"}}'),
      (text: string) =>
        text.replace(/rehearsal:step mail .*$/m, 'rehearsal:step mail {"id":"1 2","kind":"exit","name":""}'),
      (text: string) =>
        text.replace(/rehearsal:step mail .*$/m, `rehearsal:step mail ${'['.repeat(100_000)}`),
    ]) {
      const { steps, codes } = await changed(damage);
      expect(steps['mail']).toMatchObject({ kind: 'message', channel: 'email', transactional: false });
      expect(codes).toEqual([`mermaid-line-damaged ${await line('%% rehearsal:step mail')}`]);
    }
  });

  test('comments of a newer Rehearsal are not read, with one warning', async () => {
    const { steps, codes } = await changed((text) => text.replace('"version":1', '"version":99'));
    expect(steps['mail']).toMatchObject({ channel: 'email' });
    expect(codes).toEqual([`mermaid-line-damaged ${await line('%% rehearsal:settings')}`]);
  });

  test('comments with which the journey could not run are not read', async () => {
    const rule = { kind: 'column', column: '', operator: 'is' } as const;
    const ask = step('split', { name: 'Ask', branches: [{ id: 'yes', name: 'Yes', rule }] });
    const unfinished = draft({ ask }, ['entry-1.next > ask']);
    const read = await converter.import(filesOf(await textOf(unfinished)));
    if (!read.ok) throw new Error(read.problems[0]?.words);
    expect(findErrors(read.journey)).toEqual([]);
    expect(read.warnings).toMatchObject([{ code: 'mermaid-comments-unusable' }]);
    expect(read.warnings[0]?.words).toContain('asks about no column yet');
  });

  test('a kind that the person knows better is taken', async () => {
    const read = await converter.import(filesOf(await textOf(journey)), {
      kinds: { [stepId('mail')]: 'update' },
    });
    expect(read.ok && read.journey.steps[stepId('mail')]).toMatchObject({ kind: 'update', name: 'Hello' });
  });
});
