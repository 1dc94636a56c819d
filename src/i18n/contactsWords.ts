import { contacts } from './en/contacts.ts';
import './playWords.ts';
import { i18n } from './i18n.ts';

// Nobody asks about one contact before there are numbers: the words are fetched with the answer.
i18n.addResourceBundle('en', 'translation', { contacts }, true, true);
