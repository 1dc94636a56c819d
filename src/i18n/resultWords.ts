import { channels } from './en/channels.ts';
import { pipeline } from './en/pipeline.ts';
import { readResults } from './en/readResults.ts';
import { who } from './en/who.ts';
import { i18n } from './i18n.ts';

// Nobody reads the results before there are any: their words are fetched with them.
i18n.addResourceBundle('en', 'translation', { channels, pipeline, readResults, who }, true, true);
