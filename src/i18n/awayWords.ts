import './answersWords.ts';
import { actual } from './en/actual.ts';
import { assumptions } from './en/assumptions.ts';
import { report } from './en/report.ts';
import { i18n } from './i18n.ts';

// Nobody holds results against anything, or takes them away, before there are any: their words come with what says them.
i18n.addResourceBundle('en', 'translation', { actual, assumptions, report }, true, true);
