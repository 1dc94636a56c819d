import type { Converter } from '../contract.ts';
import { refusal } from '../draft.ts';
import { readJsonFile } from '../read/readJsonFile.ts';
import { readFlow } from './read/readFlow.ts';

/** Reads the JSON of one workflow, as the API hands it out or takes it. */
export const importPosthog: Converter['import'] = (files, options = {}) => {
  const [file, other] = files;
  if (!file || other)
    return Promise.resolve(
      refusal(
        'not-one-file',
        `A PostHog workflow is one file; ${files.length === 0 ? 'there is none' : `these are ${files.length}`}. Import them one by one.`,
      ),
    );
  const read = readJsonFile(file);
  if (!read.ok) return Promise.resolve({ ok: false, problems: [read.problem] });
  return Promise.resolve(readFlow(read.value, options));
};
