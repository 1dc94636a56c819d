import { versions } from './en/versions.ts';
import { i18n } from './i18n.ts';

// Words of versions and of differences: they come with the first dialog or list that says them.
i18n.addResourceBundle('en', 'translation', { versions }, true, true);
