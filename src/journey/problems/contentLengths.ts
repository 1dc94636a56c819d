import { withDefaults } from '../content/placeholders.ts';
import { sentText } from '../content/sentText.ts';
import { characterCount, firstLineOf, shownLength } from '../content/shownLengths.ts';
import { plainMarks, smsLengthOf } from '../content/smsLength.ts';
import type { Problem } from '../problem.ts';
import { textProblem, type ContentPlace, type PlacedText } from './contentPlaces.ts';

/** More parts than this arrive in pieces, or not at all. */
const MOST_PARTS = 10;

/** Texts that are cut off, or that cost more than one send. Counted with defaults in place of columns, and an SMS with the tags of its links. */
export function tooLong(place: ContentPlace, text: PlacedText): readonly Problem[] {
  if (text.part === 'couponCode' || text.part === 'utm') return [];
  if (place.channel === 'sms') return text.part === 'body' ? severalParts(place, text) : [];
  const shown = shownLength(place.channel, text.part);
  if (shown === undefined || text.part === 'preheader' || text.text.length <= shown) return [];
  const length = characterCount(withDefaults(text.text, place.content.couponCode));
  if (length <= shown) return [];
  const isTitle = text.part === 'subject' && firstLineOf(place.channel) === 'title';
  const what = isTitle ? text.words.replace('subject', 'title') : text.words;
  const where = place.channel === 'email' || place.channel === 'preferred' ? 'inboxes' : 'phones';
  const said = {
    words: `The ${what} has ${length} characters, and ${where} show about ${shown}. Say what matters first, or shorten it.`,
    values: { length, shown },
  };
  const coded = text.part === 'subject' ? { code: 'title-cut-off' } : { code: 'text-cut-off' };
  return [textProblem(place, text, { ...coded, ...said })];
}

function severalParts(place: ContentPlace, text: PlacedText): readonly Problem[] {
  const { parts, alphabet } = smsLengthOf(read(place, text.text));
  if (parts < 2) return [];
  const plain = plainMarks(text.text);
  const mended = smsLengthOf(read(place, plain)).parts < 2 ? plain : undefined;
  const why =
    alphabet === 'ucs2' ? ' Some characters are not in the SMS alphabet, which halves the room.' : '';
  const said =
    parts > MOST_PARTS
      ? {
          code: 'sms-too-long',
          words: `The ${text.words} needs ${parts} text messages, and most networks join ${MOST_PARTS} at most.${why} Shorten it.`,
        }
      : {
          code: 'sms-several-parts',
          words: `The ${text.words} goes out as ${parts} text messages and costs ${parts} times as much as one.${why} Shorten it, or raise the cost per send.`,
        };
  return [textProblem(place, text, { ...said, values: { parts } }, mended)];
}

function read({ content, tags }: ContentPlace, text: string): string {
  return sentText(text, { ...content, utm: tags });
}

/** An e-mail that says something under no subject. */
export function missingSubject({ id, content, channel, path }: ContentPlace): readonly Problem[] {
  const { subject, body, variants = [] } = content;
  const said = [body, ...variants.map((variant) => variant.body)].some((text) => text?.trim());
  const everySubject = variants.length > 0 && variants.every((one) => one.subject?.trim());
  if (channel !== 'email' || !said || subject?.trim()) return [];
  return [
    {
      code: 'email-without-subject',
      severity: 'warning',
      words: `${everySubject ? 'The original of this email' : 'This email'} has no subject. Most filters take such mail for spam: give it one.`,
      values: {},
      step: id,
      path: `${path}.subject`,
    },
  ];
}
