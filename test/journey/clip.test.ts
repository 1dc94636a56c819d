import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdit, replay } from '../../src/journey/applyEdit.ts';
import { cutOut, pasteClip, readClip, writeClip, type Clip } from '../../src/journey/clip.ts';
import { readJourney } from '../../src/journey/format.ts';
import { stepId } from '../../src/journey/ids.ts';
import type { Journey, StepId } from '../../src/journey/journey.ts';
import { MAX_STEPS } from '../../src/journey/limits.ts';
import { draft, step } from '../support/draftJourney.ts';
import { runnableJourney } from '../support/randomJourney.ts';

const [mail, check] = ['mail', 'check'].map(stepId) as [StepId, StepId];
const chain = draft(
  { mail: step('message', { name: 'Hello' }), check: step('check', { on: mail }), end: step('exit') },
  ['entry-1.next > mail', 'mail.next > check', 'check.noResponse > end'],
);

function pasted(journey: Journey, clip: Clip, by = { x: 40, y: 40 }): Journey {
  const outcome = pasteClip(journey, clip, by);
  if (!outcome.ok) throw new Error(outcome.problem.words);
  return applyEdit(journey, outcome.paste.edit).journey;
}

function travelled(clip: Clip): Clip {
  const read = readClip(writeClip(clip));
  if (!read.ok) throw new Error(read.problems[0]?.words);
  return read.clip;
}

describe('steps through the clipboard', () => {
  it('keep the links among them and lose those that lead out', () => {
    const clip = cutOut(chain, [mail, check]);
    expect(clip.links).toEqual({ mail: { next: 'check' } });
    expect(Object.keys(clip.steps)).toEqual(['mail', 'check']);
  });

  it('come in under fresh ids, moved, and looking at each other', () => {
    const after = pasted(chain, travelled(cutOut(chain, [mail, check])));
    expect(after.steps[stepId('message-1')]).toMatchObject({ name: 'Hello' });
    expect(after.steps[stepId('check-1')]).toMatchObject({ on: 'message-1' });
    expect(after.links[stepId('message-1')]).toEqual({ next: 'check-1' });
    const before = chain.layout[mail];
    expect(after.layout[stepId('message-1')]).toEqual({ x: (before?.x ?? 0) + 40, y: (before?.y ?? 0) + 40 });
  });

  it('still look at a step that stayed behind in the same journey, and at the latest message in another', () => {
    const clip = cutOut(chain, [check]);
    expect(pasted(chain, clip).steps[stepId('check-1')]).toMatchObject({ on: 'mail' });
    expect(pasted(draft({}), clip).steps[stepId('check-1')]).toMatchObject({ on: 'latest' });
  });

  it('leave an entry behind where there is one, and say so', () => {
    const clip = cutOut(chain, [stepId('entry-1'), mail]);
    const outcome = pasteClip(chain, clip, { x: 0, y: 0 });
    expect(outcome).toMatchObject({ ok: true, paste: { entryLeftOut: true, steps: ['message-1'] } });
    expect(pasteClip(chain, cutOut(chain, [stepId('entry-1')]), { x: 0, y: 0 })).toMatchObject({
      ok: false,
      problem: { code: 'only-an-entry' },
    });
  });

  it('bring notes, and groups that were copied whole', () => {
    const marked: Journey = {
      ...chain,
      notes: { n: { text: 'Ask Kim', tint: 'amber', x: 0, y: 0, width: 200, height: 100 } },
      groups: { g: { name: 'Start', tint: 'blue', steps: [mail, check] } },
    };
    const after = pasted(marked, travelled(cutOut(marked, [mail, check], ['n'])));
    expect(after.groups?.['group-1']).toEqual({
      name: 'Start',
      tint: 'blue',
      steps: ['message-1', 'check-1'],
    });
    expect(after.notes?.['note-1']).toMatchObject({ text: 'Ask Kim', x: 40 });
    expect(cutOut(marked, [mail]).groups).toBeUndefined();
  });

  it('are refused beyond the bound of a journey, whole', () => {
    const many = draft(
      Object.fromEntries(Array.from({ length: MAX_STEPS - 1 }, (_, n) => [`s${n}`, step('exit')])),
    );
    expect(pasteClip(many, cutOut(chain, [mail]), { x: 0, y: 0 })).toMatchObject({
      ok: false,
      problem: { code: 'too-many-steps' },
    });
  });

  it('make a document that its own format accepts, and undo to the same document', () => {
    fc.assert(
      fc.property(runnableJourney, runnableJourney, (from, to) => {
        const clip = travelled(cutOut(from, Object.keys(from.steps) as StepId[]));
        const outcome = pasteClip(to, clip, { x: 8, y: 8 });
        if (!outcome.ok) return;
        const applied = applyEdit(to, outcome.paste.edit);
        expect(readJourney(JSON.parse(JSON.stringify(applied.journey))).ok).toBe(true);
        expect(replay(applied.journey, applied.inverse)).toEqual(to);
      }),
      { seed: 4, numRuns: 100 },
    );
  });
});

const whole = writeClip(cutOut(chain, [mail]));
const deep = whole.replace('"email"', '['.repeat(100_000) + ']'.repeat(100_000));

describe('text that is not steps', () => {
  it.each([
    ['a sentence', 'Buy milk', /^The clipboard holds no steps, but other text\. What can be pasted here/],
    ['a sentence about graphs', 'A graph of what we sold', /^The clipboard holds no steps/],
    ['comments without end', '%%  \n'.repeat(400), /^The clipboard holds no steps/],
    ['an empty text', ' \n', /^The clipboard holds no text/],
    ['JSON of something else', '{"a":1}', /^The clipboard holds no steps/],
    ['a list', '[1,2]', /^The clipboard holds no steps/],
    ['null', 'null', /^The clipboard holds no steps/],
    [
      'a flowchart',
      'flowchart TD\n  A --> B',
      /Mermaid flowchart, which becomes a journey of its own: choose/,
    ],
    ['an old flowchart in a block', '```mermaid\n%% ours\ngraph LR\nA-->B', /Mermaid flowchart/],
    [
      'a clip without its end',
      whole.slice(0, -20),
      /they are damaged: at line \d+, column \d+ the text ends where/,
    ],
    ['a clip without its beginning', whole.slice(30), /they are damaged: at line 1, column \d+ there is/],
    ['a clip with a word too many', whole.replace('"mail"', 'oops "mail"'), /there is “o” where/],
    [
      'a clip with a damaged step',
      whole.replace('"email"', '"pigeon"'),
      /“steps\.mail\.channel” is “pigeon”; it must/,
    ],
    [
      'a clip of another time',
      whole.replace('"version": 1', '"version": 7'),
      /newer Rehearsal: .* version 7, .* up to 1/,
    ],
    ['a broken clip that goes on inwards', deep.slice(0, 50_000), /damaged: it nests/],
    ['a clip that goes on inwards', deep, /damaged: it nests/],
  ])('%s is told for what it is, with what to do', (_, text, words) => {
    const read = readClip(text);
    expect(read.ok ? '' : read.problems[0]?.words).toMatch(words);
  });

  it('a clip with a damaged step says which field', () => {
    const text = whole.replace('"email"', '"pigeon"');
    const read = readClip(text);
    expect(read.ok ? '' : read.problems[0]?.path).toBe('steps.mail.channel');
  });

  it('a whole journey file is its steps', () => {
    const read = readClip(JSON.stringify(chain));
    expect(read.ok && Object.keys(read.clip.steps)).toEqual(Object.keys(chain.steps));
  });
});
