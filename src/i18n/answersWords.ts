import { answers } from './en/answers.ts';
import { calibrate } from './en/calibrate.ts';
import { i18n } from './i18n.ts';

// Nobody asks before there are numbers: whatever says these words imports this, and they are fetched with it.
i18n.addResourceBundle('en', 'translation', { answers, calibrate }, true, true);
