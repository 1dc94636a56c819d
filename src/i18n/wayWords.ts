import { way } from './en/way.ts';
import { i18n } from './i18n.ts';

// A way is lit from a story: its words are fetched with what lights it.
i18n.addResourceBundle('en', 'translation', { way }, true, true);
