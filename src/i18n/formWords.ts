import { inspectors } from './en/inspectors.ts';
import { i18n } from './i18n.ts';

// The words of the forms are many, and nobody opens a form before there are numbers: whatever says them imports this, and they are
// fetched with it.
i18n.addResourceBundle('en', 'translation', { inspectors }, true, true);
