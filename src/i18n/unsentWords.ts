import { unsent } from './en/unsent.ts';
import './formWords.ts';
import { i18n } from './i18n.ts';

// Nobody asks what was not sent before there are numbers: the words are fetched with the answer.
i18n.addResourceBundle('en', 'translation', { unsent }, true, true);
