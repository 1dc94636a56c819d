import { charts } from './en/charts.ts';
import { i18n } from './i18n.ts';

// Pictures come after the first numbers: whatever draws one imports this, and the words are fetched with it.
i18n.addResourceBundle('en', 'translation', { charts }, true, true);
