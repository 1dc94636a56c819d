import i18next, { type i18n as I18n, type TFunction } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en, type Words } from './en/index.ts';
import { isolated } from './isolated.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: Words };
    returnNull: false;
    nsSeparator: false;
  }
}

/** What `useTranslation()` returns as `t`, for functions that put words together outside components. */
export type Translate = TFunction;

/** English is bundled; a further language is one more resource of the same shape. */
export const i18n: I18n = i18next.createInstance();

void i18n.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: 'en',
  resources: { en: { translation: en } },
  // Words may hold colons.
  nsSeparator: false,
  // React escapes HTML, and what is shown outside React (titles, file names) is none. A name may turn the words around it.
  interpolation: { escape: isolated },
  // Words are bundled with what says them, so that they are there at the first render.
  initAsync: false,
});
