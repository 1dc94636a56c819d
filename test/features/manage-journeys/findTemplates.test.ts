import { expect, it } from 'vitest';
import { findTemplates } from '../../../src/features/manage-journeys/findTemplates.ts';
import { JOBS, TEMPLATE_JOBS } from '../../../src/features/manage-journeys/templates.ts';
import type { Template } from '../../../src/features/manage-journeys/useTemplates.ts';
import { i18n } from '../../../src/i18n/i18n.ts';
import { openSample } from '../../support/samples.ts';

const templates = JOBS.flatMap((job) =>
  TEMPLATE_JOBS[job].map((name): Template => ({ name, job, state: 'ready', journey: openSample(name) })),
);
const find = (text: string, among = templates) => findTemplates(among, text, i18n.t).map(({ name }) => name);

it('finds by name, by brief, by job and by channel, whatever the case', () => {
  expect(find('ABANDONED')).toEqual(['abandoned-cart']);
  expect(find('inboxes trust')).toEqual(['re-permission']);
  expect(find('run the database')).toEqual(['win-back', 're-permission']);
  expect(find('whatsapp')).toEqual(['speed-to-lead', 'back-in-stock']);
});

it('finds all for no text and none for another', () => {
  expect(find('  ')).toHaveLength(templates.length);
  expect(find('zzz')).toEqual([]);
});

it('finds none that has not been read, but leaves it where nothing is searched', () => {
  const [first] = templates;
  const missing: readonly Template[] = [{ name: first!.name, job: first!.job, state: 'missing' }];
  expect(findTemplates(missing, 'welcome', i18n.t)).toEqual([]);
  expect(findTemplates(missing, '', i18n.t)).toHaveLength(1);
});
