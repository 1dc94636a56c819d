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

describe('text that is not steps', () => {
  it.each([
    ['a sentence', 'Buy milk'],
    ['an empty text', ''],
    ['JSON of something else', '{"a":1}'],
    ['a list', '[1,2]'],
    ['null', 'null'],
    ['a cut clip', writeClip(cutOut(chain, [mail])).slice(0, -20)],
  ])('%s is refused with a sentence', (_, text) => {
    const read = readClip(text);
    expect(read).toMatchObject({ ok: false, problems: [{ code: 'not-steps' }] });
  });

  it('a clip with a damaged step says which field', () => {
    const text = writeClip(cutOut(chain, [mail])).replace('"email"', '"pigeon"');
    const read = readClip(text);
    expect(read.ok ? '' : read.problems[0]?.path).toBe('steps.mail.channel');
  });

  it('a whole journey file is its steps', () => {
    const read = readClip(JSON.stringify(chain));
    expect(read.ok && Object.keys(read.clip.steps)).toEqual(Object.keys(chain.steps));
  });
});
