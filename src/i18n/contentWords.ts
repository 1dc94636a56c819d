import './formWords.ts';
import { content } from './en/content.ts';
import { i18n } from './i18n.ts';

// As those of the forms (formWords.ts): fetched with what says them.
i18n.addResourceBundle('en', 'translation', { content }, true, true);
