import { expect, test } from 'vitest';
import { findProblems } from '../../../src/journey/problems.ts';
import { large } from '../../support/largeJourneys.ts';
import { sampleFacts } from '../../support/sampleFacts.ts';

// Some 10 ms; a rule that looks at every step for every step takes seconds. The best of three is what the machine's load leaves.
test.each(large(1000))('a thousand steps are looked at in a moment: %s', (_, journey) => {
  const times = [1, 2, 3].map(() => {
    const begun = performance.now();
    findProblems({ ...journey }, sampleFacts);
    return performance.now() - begun;
  });
  expect(Math.min(...times)).toBeLessThan(600);
});
