import { expect, it } from 'vitest';
import { isZone, knownZones } from '../../src/forms/zones.ts';

it('knows zones', () => {
  expect(knownZones()[0]).toBe('UTC');
  expect(isZone('Europe/Stockholm')).toBe(true);
  expect(isZone('Mars/Olympus')).toBe(false);
  expect(isZone('')).toBe(false);
});
