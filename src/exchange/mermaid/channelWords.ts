import type { Channel } from '../../journey/channels.ts';

/** Longer names first: what matched is taken out of the text, so “web push” is not also “push”. */
const WORDS: readonly (readonly [RegExp, Channel])[] = [
  [/\bin[- ]?app\b/gi, 'in-app'],
  [/\bweb[- ]?push\b|\bbrowser (?:push|notifications?)\b/gi, 'web-push'],
  [/\bdirect[- ]mail\b|\bpostcards?\b|\bletters?\b|\bprint(?:ed)? mail\b/gi, 'direct-mail'],
  [/\bsearch[- ]ads?\b|\bgoogle[- ]ads?\b|\bpaid search\b|\bsem\b/gi, 'search-ad'],
  [/\bsocial posts?\b|\borganic social\b/gi, 'social-post'],
  [
    /\b(?:social|facebook|meta|instagram|linkedin|tiktok)[- ]?(?:ads?|campaign|retargeting)?\b/gi,
    'social-ad',
  ],
  [
    /\bretarget(?:ing)?\b(?: ads?)?|\bremarketing\b(?: ads?)?|\bdisplay(?:[- ]ads?)?\b|\bbanners?\b|\bads?\b|\badverts?\b/gi,
    'display-ad',
  ],
  [/\bwhats[- ]?app\b/gi, 'whatsapp'],
  [/\bsms\b|\btexts?\b|\btext[- ]messages?\b/gi, 'sms'],
  [/\bpush\b|\bnotifications?\b|\bapp notification\b/gi, 'push'],
  [/\be-?mails?\b|\bmails?\b|\bnewsletters?\b/gi, 'email'],
  [/\b(?:phone )?calls?\b|\bphone\b|\btelephone\b/gi, 'call'],
  [/\bwebhooks?\b|\bapi\b/gi, 'webhook'],
];

/** The channels that a text names, in its own order. */
export function channelsIn(text: string): readonly Channel[] {
  let rest = text;
  const found: { readonly at: number; readonly channel: Channel }[] = [];
  for (const [words, channel] of WORDS) {
    const at = rest.search(words);
    if (at < 0) continue;
    found.push({ at, channel });
    rest = rest.replace(words, (word) => ' '.repeat(word.length));
  }
  return found.sort((a, b) => a.at - b.at).map(({ channel }) => channel);
}
