import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlaps } from '../../../../src/features/edit-journey/cardLayout.ts';
import { mergeJourneys } from '../../../../src/features/edit-journey/versions/mergeJourneys.ts';
import { applyEdit } from '../../../../src/journey/applyEdit.ts';
import type { Edit } from '../../../../src/journey/edits.ts';
import { stepId } from '../../../../src/journey/ids.ts';
import { draft, step } from '../../../support/draftJourney.ts';
import { runnableJourney } from '../../../support/randomJourney.ts';
import { CHECK, EMAIL, ENTRY, smallJourney, WAIT } from '../../../support/smallJourney.ts';

const small = smallJourney();
const after = (edit: Edit) => mergeJourneys(small, applyEdit(small, edit).journey);
const linksOf = ({ links }: ReturnType<typeof after>) =>
  links.map(({ from, to, status }) => `${status} ${from} ${to}`).sort();

describe('one picture of two journeys', () => {
  it('keeps a removed step and its links where they were, and shows the link that healed as redirected', () => {
    const merged = after({ type: 'removeSteps', ids: [WAIT], heal: true });
    const gone = merged.steps.find(({ id }) => id === WAIT);
    expect(gone).toMatchObject({ status: 'removed', box: { x: 640, y: 0 } });
    expect(linksOf(merged)).toEqual([
      `kept ${ENTRY} ${EMAIL}`,
      `redirected ${EMAIL} ${CHECK}`,
      `removed ${EMAIL} ${WAIT}`,
      `removed ${WAIT} ${CHECK}`,
    ]);
    expect(merged.links.find(({ status }) => status === 'redirected')?.old).toBe(WAIT);
  });

  it('puts a removed step below what stands in its place now', () => {
    const id = stepId('goal-1');
    const replaced = applyEdit(small, {
      type: 'several',
      edits: [
        { type: 'removeSteps', ids: [WAIT] },
        { type: 'addStep', id, step: step('goal'), at: { x: 640, y: 0 } },
      ],
    }).journey;
    const { steps } = mergeJourneys(small, replaced);
    const box = (wanted: string) => steps.find((found) => found.id === wanted)!.box;
    expect(box(id)).toMatchObject({ x: 640, y: 0 });
    expect(box(WAIT).x).toBe(640);
    expect(overlaps(box(id), box(WAIT))).toBe(false);
  });

  it('counts the fields that changed', () => {
    const wait = { ...step('wait'), name: 'Longer', note: 'n' };
    const merged = after({ type: 'changeStep', id: WAIT, step: wait });
    expect(merged.steps.map(({ status, changes }) => [status, changes])).toContainEqual(['changed', 2]);
  });

  it('draws a removed link of an exit that is no more from the card’s foot', () => {
    const arms = step('experiment').arms;
    const before = draft({ a: step('experiment'), b: step('exit') }, ['a.a > b', 'a.b > b']);
    const fewer = draft({ a: step('experiment', { arms: arms.slice(0, 1) }), b: step('exit') }, ['a.a > b']);
    const { links, steps } = mergeJourneys(before, fewer);
    const { box } = steps.find(({ id }) => id === 'a')!;
    const gone = links.find(({ status }) => status === 'removed');
    expect(gone?.ribbon.path).toMatch(new RegExp(`^M${box.x + box.width} ${box.y + box.height - 8}C`));
  });

  it('has everything of both, once, whatever they are', () => {
    fc.assert(
      fc.property(runnableJourney, runnableJourney, (one, other) => {
        const { steps, links } = mergeJourneys(one, other);
        const ids = new Set([...Object.keys(one.steps), ...Object.keys(other.steps)]);
        expect(steps.map(({ id }) => id).sort()).toEqual([...ids].sort());
        expect(new Set(links.map(({ key }) => key)).size).toBe(links.length);
        const drawn = (mine: readonly string[]) =>
          links
            .filter(({ status }) => mine.includes(status))
            .map(({ from, exit, to }) => `${from}.${exit} > ${to}`)
            .sort();
        const written = ({ links: all }: typeof one) =>
          Object.entries(all)
            .flatMap(([from, exits]) => Object.entries(exits).map(([exit, to]) => `${from}.${exit} > ${to}`))
            .sort();
        expect(drawn(['kept', 'removed'])).toEqual(written(one));
        expect(drawn(['kept', 'added', 'redirected'])).toEqual(written(other));
      }),
      { seed: 41, numRuns: 100 },
    );
  });

  it('takes no time for a thousand steps that all stand on one spot', () => {
    const names = Array.from({ length: 1000 }, (_, n) => `s-${n}`);
    const links = names.slice(1).map((id, n) => `s-${n}.next > ${id}`);
    const many = draft(Object.fromEntries(names.map((id) => [id, step('wait')])), links);
    const piled = { ...many, layout: Object.fromEntries(names.map((id) => [id, { x: 0, y: 0 }])) };
    const began = performance.now();
    expect(mergeJourneys(piled, draft({})).steps).toHaveLength(1001);
    expect(mergeJourneys(draft({}), piled).steps).toHaveLength(1001);
    expect(performance.now() - began).toBeLessThan(4000);
  });
});
