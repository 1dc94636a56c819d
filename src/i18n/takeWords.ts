import { takeToPlatform } from './en/takeToPlatform.ts';
import { i18n } from './i18n.ts';

// Nobody takes a journey anywhere before it is drawn: the words come with the page.
i18n.addResourceBundle('en', 'translation', { takeToPlatform }, true, true);
