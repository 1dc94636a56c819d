import '../../src/i18n/formWords.ts';
import '../../src/i18n/playWords.ts';
import '../../src/i18n/resultWords.ts';
import '../../src/i18n/settingsWords.ts';
import './platform.ts';
import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach, expect } from 'vitest';

// A limit against hanging, not a measurement: a busy machine must not fail a test.
configure({ asyncUtilTimeout: 20_000 });

const complaints: unknown[][] = [];

// A test that expects a complaint replaces the method with vi.spyOn for its own duration.
for (const level of ['error', 'warn'] as const) {
  console[level] = (...words: unknown[]) => complaints.push([level, ...words]);
}

afterEach(() => {
  cleanup();
  expect(complaints.splice(0), 'nothing unexpected on the console').toEqual([]);
});
