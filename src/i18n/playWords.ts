import { play } from './en/play.ts';
import './unsentWords.ts';
import { i18n } from './i18n.ts';

// Nobody plays a run before there are numbers: the words of the player are fetched with it.
i18n.addResourceBundle('en', 'translation', { play }, true, true);
