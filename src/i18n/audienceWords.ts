import { manageAudience } from './en/manageAudience.ts';
import { i18n } from './i18n.ts';

// Audiences are managed in a view of their own: its words are fetched with it.
i18n.addResourceBundle('en', 'translation', { manageAudience }, true, true);
