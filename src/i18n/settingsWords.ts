import { calibrate } from './en/calibrate.ts';
import { settings } from './en/settings.ts';
import './formWords.ts';
import { i18n } from './i18n.ts';

// Nobody opens the settings before there are numbers: whatever says their words imports this, and they are fetched with it.
i18n.addResourceBundle('en', 'translation', { settings, calibrate }, true, true);
