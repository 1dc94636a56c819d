import type { StepKind } from '../../journey/steps/index.ts';
import { STEP_KINDS } from '../../journey/steps/index.ts';
import { channelsIn } from './channelWords.ts';
import { isDuration } from './durations.ts';
import type { Vertex } from './chart/flowchart.ts';
import { responsesIn } from './responseWords.ts';

/** A vertex with what leads to it and away from it. */
export interface Situation {
  readonly vertex: Vertex;
  readonly waysIn: number;
  /** Labels of the arrows that lead on. */
  readonly onward: readonly string[];
}

export interface Guess {
  readonly kind: StepKind;
  /** A sentence for the person who is asked to confirm. */
  readonly why: string;
  readonly alternatives: readonly StepKind[];
}

/** Kinds in order of trust; the first that fits is taken, the others that fit are offered. */
const SIGNS: readonly (readonly [StepKind, (situation: Situation) => string | undefined])[] = [
  [
    'entry',
    (s) =>
      s.waysIn === 0
        ? word(
            s,
            /\btrigger|\bstarts?\b|\bentr(?:y|ies)\b|\benters?\b|\bbegins?\b|\bsigns? ?up\b|\bsign-?ups?\b|\bevent\b/i,
          )
        : undefined,
  ],
  [
    'update',
    (s) =>
      word(
        s,
        /\bsuppress|\bblock ?list|\bdo[- ]not[- ](?:contact|mail)|\bunsubscribed? list\b|\bopt[- ]?out list\b/i,
      ),
  ],
  [
    'experiment',
    (s) =>
      word(s, /\ba\s?\/\s?b\b|\bexperiment|\brandom|\bsplit test|\bvariants?\b|\bholdout|\bcontrol group\b/i),
  ],
  ['escalate', (s) => word(s, /\bescalat/i)],
  ['check', (s) => (asksForAnswers(s) ? 'its arrows are named after answers to a message' : undefined)],
  [
    'check',
    (s) =>
      word(
        s,
        /\bengage(?:d|ment)\b|\bcheck\b(?![- ]?outs?\b)|\brespon(?:se|ds?|ded)\b.*\?|\b(?:opened|clicked|converted|replied)\b.*\?/i,
      ),
  ],
  [
    'wait',
    (s) =>
      word(s, /\bwaits?\b|\bdelay|\bpause\b|\bsleep\b|\bcool[- ]?down\b/i) ??
      (isDuration(s.vertex.label) ? 'it says a duration' : undefined),
  ],
  ['split', (s) => word(s, /\bsegment|\baudience\b|\bintent\b.*\?|\btier\b.*\?/i)],
  [
    'goal',
    (s) =>
      word(
        s,
        /\bgoal\b|\brevenue\b|\bopportunit|\bconversion\b|\bpurchase[ds]?\b|\bmilestone\b|\bdeal won\b|\battribution\b/i,
      ),
  ],
  [
    'handoff',
    (s) =>
      word(s, /\bhand[- ]?(?:off|over)s?\b|\bcrm\b|\bsales\b|\bcall[- ]cent(?:re|er)\b|\baccount manager\b/i),
  ],
  [
    'split',
    (s) =>
      isDecision(s) && s.onward.some((label) => label !== '')
        ? 'it is a diamond with several named ways on'
        : undefined,
  ],
  ['experiment', (s) => (isDecision(s) ? 'it is a diamond whose ways on have no names' : undefined)],
  [
    'update',
    (s) =>
      word(s, /\btags?\b|\bupdate|\bscore\b|\badd to (?:a )?list\b|\bset (?:field|attribute|property)\b/i),
  ],
  [
    'escalate',
    (s) =>
      channelsIn(s.vertex.label).length > 1 ? 'it names several channels, to be tried in turn' : undefined,
  ],
  ['message', (s) => (channelsIn(s.vertex.label).length > 0 ? 'it names a channel' : undefined)],
  [
    'message',
    (s) =>
      word(
        s,
        /\bsend|\bmessage|\bnurtur|\bcampaign\b|\boffer\b|\breminder|\bfollow[- ]?up|\bsequence\b|\bwelcome\b|\bdiscount\b|\bcoupon\b/i,
      ),
  ],
  [
    'exit',
    (s) =>
      s.onward.length === 0
        ? (word(s, /\bend\b|\bexit|\bstop\b|\bdone\b|\bfinish|\bleave/i) ?? 'nothing follows it')
        : undefined,
  ],
  ['goal', () => 'its words say nothing about what happens there, so it only counts who comes by'],
];

function word({ vertex }: Situation, words: RegExp): string | undefined {
  const found = words.exec(vertex.label)?.[0];
  return found === undefined ? undefined : `its name says “${found.trim().slice(0, 40)}”`;
}

function isDecision({ vertex, onward }: Situation): boolean {
  return onward.length > 1 && (vertex.shape === 'diamond' || vertex.shape === 'hexagon');
}

/** An e-mail whose arrows say “opened” and “no response” is a message first; the check comes after it. */
function asksForAnswers(s: Situation): boolean {
  const answers = s.onward.some((label) => responsesIn(label).length > 0 && label.toLowerCase() !== 'no');
  return s.onward.length > 1 && answers && (isDecision(s) || channelsIn(s.vertex.label).length === 0);
}

export function guessKind(situation: Situation): Guess {
  const fitting = SIGNS.flatMap(([kind, sign]) => {
    const why = sign(situation);
    return why === undefined ? [] : [{ kind, why }];
  });
  const declared = STEP_KINDS.find((kind) => situation.vertex.classes.includes(kind));
  const [first = { kind: 'goal' as const, why: 'nothing else fits' }] = fitting;
  const chosen = declared ? { kind: declared, why: 'its class names the kind' } : first;
  const alternatives = [...new Set(fitting.map(({ kind }) => kind))].filter(
    (kind) => kind !== chosen.kind && fits(kind, situation),
  );
  return { ...chosen, alternatives };
}

function fits(kind: StepKind, { waysIn, onward }: Situation): boolean {
  return (kind !== 'exit' || onward.length === 0) && (kind !== 'entry' || waysIn === 0);
}
