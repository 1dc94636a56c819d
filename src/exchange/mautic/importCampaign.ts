import { MAX_STEPS } from '../../journey/limits.ts';
import type { ExchangeFile } from '../../journey/portability.ts';
import type { Imported, ImportOptions } from '../contract.ts';
import { refusal } from '../draft.ts';
import { readJsonFile } from '../read/readJsonFile.ts';
import { readCampaign } from './readCampaign.ts';
import { Reading } from './reading.ts';
import { treeOf } from './tree.ts';
import { EndlessCircle } from './ways.ts';

const MOST_EVENTS = 2 * MAX_STEPS;

/** A campaign as a journey: every event a step, its time a wait before it, jumps as links. */
export function importCampaign(files: readonly ExchangeFile[], options: ImportOptions = {}): Imported {
  const [file, ...others] = files;
  if (!file || others.length > 0)
    return refusal('one-file', 'A Mautic campaign is one file. Choose one at a time.');
  const json = readJsonFile(file);
  if (!json.ok) return { ok: false, problems: [json.problem] };
  const campaign = readCampaign(json.value);
  if (!campaign.ok) return { ok: false, problems: [campaign.problem] };
  const { events } = campaign.value;
  if (events.length > MOST_EVENTS)
    return refusal(
      'too-many-steps',
      `This campaign has ${events.length} events, more than a journey can have steps (${MAX_STEPS}). Import a part of it.`,
    );
  const tree = treeOf(campaign.value);
  if (!tree.ok) return { ok: false, problems: [tree.problem] };
  try {
    return new Reading(campaign.value, tree.value, options).journey();
  } catch (error) {
    if (!(error instanceof EndlessCircle)) throw error;
    return refusal(
      'circle',
      'Jumps of this campaign lead back to themselves, and nothing happens between them.',
    );
  }
}
