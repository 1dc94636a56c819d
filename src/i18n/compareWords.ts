import './answersWords.ts';
import './formWords.ts';
import { compareRuns } from './en/compareRuns.ts';
import { i18n } from './i18n.ts';

// Nobody compares before there are numbers: the words of comparisons are fetched with what says them.
i18n.addResourceBundle('en', 'translation', { compareRuns }, true, true);
