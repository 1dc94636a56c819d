import type { Translate } from '../../i18n/i18n.ts';
import { channelsOf } from './templateChannels.ts';
import type { Template } from './useTemplates.ts';

/** Those in whose name, brief, job or channels the text stands; all of them for no text. One that has not been read has none of these. */
export function findTemplates(
  templates: readonly Template[],
  searched: string,
  t: Translate,
): readonly Template[] {
  const wanted = searched.trim().toLowerCase();
  if (wanted === '') return templates;
  return templates.filter((template) =>
    textsOf(template, t).some((text) => text.toLowerCase().includes(wanted)),
  );
}

function textsOf(template: Template, t: Translate): readonly string[] {
  if (template.state !== 'ready') return [];
  const { journey, job } = template;
  const channels = channelsOf(journey).map((channel) => t(`words.channel.${channel}`));
  return [journey.name, journey.brief ?? '', t(`manageJourneys.jobs.${job}`), ...channels];
}
