import { afterEach, describe, expect, it } from 'vitest';
import { AttributionWork, type AttributionRequest } from '../../src/analytics/attribution/attributionWork.ts';
import { Attributor } from '../../src/runtime/attributor.ts';
import { madeTouches } from '../analytics/attribution/madeTouches.ts';

const request: AttributionRequest = {
  reading: { credited: 'channel', level: 'delivered', lookBackDays: 30 },
  settings: { decay: { by: 'time', halfLifeDays: 7 }, order: 2 },
};
const open: Attributor[] = [];
const attributor = (conversions: number, start?: () => Worker): Attributor => {
  const made = new Attributor(madeTouches(conversions), start);
  open.push(made);
  return made;
};

afterEach(() => {
  for (const one of open.splice(0)) one.end();
});

describe('attribution in a worker', () => {
  it('answers what the same code answers here', async () => {
    const here = new AttributionWork();
    here.open(madeTouches(3_000));
    expect(await attributor(3_000).attribute(request)).toEqual(here.attribute(request));
  });

  it('answers the newest of the questions that wait', async () => {
    const made = attributor(20_000);
    const orders = [1, 2, 3, 4].map((order) =>
      made.attribute({ ...request, settings: { ...request.settings, order } }),
    );
    const answers = await Promise.all(orders);
    expect(answers.map((answer) => answer !== undefined).slice(1)).toEqual([false, false, true]);
  });

  it('keeps every frame of the page short while 100 000 conversions are credited', async () => {
    const made = attributor(100_000);
    await made.attribute(request);
    let isOver = false;
    let longest = 0;
    const watch = async () => {
      for (let before = performance.now(); !isOver;) {
        await new Promise(requestAnimationFrame);
        const now = performance.now();
        longest = Math.max(longest, now - before);
        before = now;
      }
    };
    const watching = watch();
    const begun = performance.now();
    await made.attribute({ ...request, reading: { ...request.reading, level: 'seen' } });
    const took = performance.now() - begun;
    isOver = true;
    await watching;
    // A machine that is busy stretches both; the page only waits for its own part.
    expect(longest, `of ${took} ms`).toBeLessThan(Math.max(50, took / 2));
  });

  it('says so when its worker cannot start', async () => {
    const broken = () =>
      new Worker(new URL('data:text/javascript,throw new Error("broken")'), { type: 'module' });
    await expect(attributor(10, broken).attribute(request)).rejects.toThrow('Attribution stopped');
  });
});
