import { describe, expect, it } from 'vitest';
import { allowWorkerBelow } from '../src/trustedTypes.ts';

const folder = 'https://app.example/rehearsal/assets/';

describe('the trusted types policy', () => {
  it.each([`${folder}engine.worker-1a2b3c4d.js`, 'engine.worker-1a2b3c4d.js'])('lets %s through', (url) => {
    expect(allowWorkerBelow(folder, url)).toBe(url);
  });

  it.each([
    'https://elsewhere.example/rehearsal/assets/engine.worker.js',
    'https://app.example/other/engine.worker.js',
    '../engine.worker.js',
    '//elsewhere.example/x.js',
    'data:text/javascript,1',
    'blob:https://app.example/5b1c',
  ])('refuses %s', (url) => {
    expect(allowWorkerBelow(folder, url)).toBeNull();
  });
});
