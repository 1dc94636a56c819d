import { lift } from './en/lift.ts';
import { money } from './en/money.ts';
import { i18n } from './i18n.ts';

// Nobody asks what a journey earns before there are numbers: these words are fetched with the sections that say them.
i18n.addResourceBundle('en', 'translation', { money, lift }, true, true);
