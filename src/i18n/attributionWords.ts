import { attribution } from './en/attribution.ts';
import { i18n } from './i18n.ts';

// Nobody asks for credit before there are results: its words are fetched with its section.
i18n.addResourceBundle('en', 'translation', { attribution }, true, true);
