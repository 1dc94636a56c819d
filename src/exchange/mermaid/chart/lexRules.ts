import type { State, TokenKind } from './tokens.ts';

/** What a rule may ask of the text beside what a pattern can say. */
export interface Scanned {
  readonly text: string;
  /** The end of the white space that is here; here, where there is none. */
  afterBlanks(at: number): number;
  /** The end of the line whose rest says `direction TB`; -1: it does not. */
  directionEnd(at: number): number;
  /** The end of `e1@`; -1: none begins here. */
  linkIdEnd(at: number): number;
}

export interface LexRule {
  /** Where the match ends that begins at `at`; -1: there is none. */
  readonly end: (scanned: Scanned, at: number) => number;
  /** What was read; absent: nothing that the grammar sees. */
  readonly kind?: TokenKind;
  readonly enter?: State;
  readonly leave?: boolean;
  /** The ASCII characters that it can begin with; absent: any. */
  readonly first?: string;
}

type Effect = Pick<LexRule, 'enter' | 'leave'>;

function rule(pattern: RegExp, kind?: TokenKind, effect: Effect = {}): LexRule {
  const first = firstOf(pattern.source);
  return {
    end: ({ text }, at) => endOf(pattern, text, at),
    ...(kind && { kind }),
    ...effect,
    ...(first !== undefined && { first }),
  };
}

/** What a pattern begins with that does not begin with a choice. */
function firstOf(source: string): string | undefined {
  const found = /^(?:\\([^\w])|([^\\[(]))/.exec(source);
  return found?.[1] ?? found?.[2];
}

function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

/** Arrows take the white space before them, which is passed over once and not at every one of its characters. */
function link(pattern: RegExp, kind: 'link' | 'halfLink', effect: Effect): LexRule {
  return {
    end: (scanned, at) => endOf(pattern, scanned.text, scanned.afterBlanks(at)),
    kind,
    ...effect,
    first: `${BLANKS}xo<-=.~`,
  };
}

/** All that is white space in ASCII. */
const BLANKS = ' \t\n\v\f\r';

const ARROW = /[xo<]?--+[-xo>]\s*/y;
const THICK_ARROW = /[xo<]?==+[=xo>]\s*/y;
const DOTTED_ARROW = /[xo<]?-?\.+-[xo>]?\s*/y;
const leave = { leave: true } as const;
const LABEL = { enter: 'label' } as const;
const INVISIBLE = link(/~~~+\s*/y, 'link', {});
const MARKDOWN = rule(/"`/y, undefined, { enter: 'markdown' });
const STRING = rule(/"/y, undefined, { enter: 'string' });
const PIPE = rule(/\|/y, 'pipe', LABEL);

/** In their order: the first that fits is taken, however long others would be. */
const STATEMENTS: readonly LexRule[] = [
  rule(/accTitle\s*:\s*/y, 'accTitle', { enter: 'title' }),
  rule(/accDescr\s*:\s*/y, 'accDescr', { enter: 'description' }),
  rule(/accDescr\s*\{\s*/y, undefined, { enter: 'longDescription' }),
  rule(/@\{/y, 'data', { enter: 'data' }),
  rule(/call\s+/y, undefined, { enter: 'callName' }),
  MARKDOWN,
  STRING,
  rule(/style\b/y, 'style'),
  rule(/default\b/y, 'default'),
  rule(/linkStyle\b/y, 'linkStyle'),
  rule(/interpolate\b/y, 'interpolate'),
  rule(/classDef\b/y, 'classDef'),
  rule(/class\b/y, 'class'),
  rule(/href\s/y, 'href'),
  rule(/click\s+/y, undefined, { enter: 'click' }),
  rule(/(?:flowchart-elk|graph|flowchart)\b/y, 'graph'),
  rule(/subgraph\b/y, 'subgraph'),
  rule(/end\b\s*/y, 'end'),
  rule(/_(?:self|blank|parent|top)\b/y, 'linkTarget'),
  { end: (scanned, at) => scanned.directionEnd(at), kind: 'innerDirection' },
  { end: (scanned, at) => scanned.linkIdEnd(at), kind: 'linkId' },
  rule(/[0-9]+/y, 'number'),
  rule(/#/y, 'hash'),
  rule(/:::/y, 'classMark'),
  rule(/:/y, 'colon'),
  rule(/&/y, 'and'),
  rule(/;/y, 'semicolon'),
  rule(/,/y, 'comma'),
  rule(/\*/y, 'star'),
  link(ARROW, 'link', {}),
  link(/[xo<]?--\s*/y, 'halfLink', { enter: 'edgeText' }),
  link(THICK_ARROW, 'link', {}),
  link(/[xo<]?==\s*/y, 'halfLink', { enter: 'thickEdgeText' }),
  link(DOTTED_ARROW, 'link', {}),
  link(/[xo<]?-\.\s*/y, 'halfLink', { enter: 'dottedEdgeText' }),
  INVISIBLE,
  rule(/\(-/y, '(-', { enter: 'ellipseLabel' }),
  rule(/\(\[/y, '([', LABEL),
  rule(/\[\[/y, '[[', LABEL),
  rule(/\[\|/y, '[|'),
  rule(/>/y, '>', LABEL),
  rule(/\[\(/y, '[(', LABEL),
  rule(/\(\(\(/y, '(((', LABEL),
  rule(/\[\//y, '[/', { enter: 'slantedLabel' }),
  rule(/\[\\/y, '[\\', { enter: 'slantedLabel' }),
  rule(/</y, 'less'),
  rule(/\^/y, 'up'),
  rule(/v\b/y, 'down'),
  rule(/(?:[A-Za-z0-9!"#$%&'*+.`?\\_/]|-(?=[^>\-.]))+/y, 'word'),
  rule(/-/y, 'minus'),
  rule(/(?![\u{10000}-\u{10FFFF}])\p{L}/uy, 'letter'),
  PIPE,
  rule(/\(/y, '(', LABEL),
  rule(/\[/y, '[', LABEL),
  rule(/\{/y, '{', LABEL),
  rule(/\n+/y, 'newline'),
  rule(/\s/y, 'space'),
];

const WAYS = ['LR\\b', 'RL\\b', 'TB\\b', 'BT\\b', 'TD\\b', 'BR\\b', '<', '>', '\\^', 'v\\b'];

/** `((` and `{{` open twice; every other bracket in a label must stand in quotes. */
const LABEL_RULES: readonly LexRule[] = [
  MARKDOWN,
  STRING,
  INVISIBLE,
  rule(/\]\)/y, '])', leave),
  rule(/\]\]/y, ']]', leave),
  rule(/\)\]/y, ')]', leave),
  rule(/\)\)\)/y, ')))', leave),
  rule(/\|/y, 'pipe', leave),
  rule(/\)/y, ')', leave),
  rule(/\((?!-|\[|\(\()/y, '(', LABEL),
  rule(/\]/y, ']', leave),
  rule(/\}/y, '}', leave),
  rule(/\{/y, '{', LABEL),
  rule(/[^[\](){}|"]+/y, 'text'),
];

function edgeRules(arrow: RegExp, character: RegExp): readonly LexRule[] {
  return [MARKDOWN, STRING, link(arrow, 'link', leave), rule(character, 'edgeText')];
}

const RULES: Readonly<Record<State, readonly LexRule[]>> = {
  statements: STATEMENTS,
  direction: [
    rule(/\s*\n/y, 'noDirection', leave),
    rule(new RegExp(`\\s*(?:${WAYS.join('|')})`, 'y'), 'direction', leave),
  ],
  label: LABEL_RULES,
  slantedLabel: [
    MARKDOWN,
    STRING,
    INVISIBLE,
    rule(/[\\(?=\])]\]/y, '\\]', leave),
    rule(/\/\]/y, '/]', leave),
    rule(/[/\\](?!\])|[^\\[\](){}/]+/y, 'text'),
  ],
  ellipseLabel: [
    MARKDOWN,
    STRING,
    INVISIBLE,
    rule(/[-/)]\)/y, '-)', leave),
    rule(/[^()[\]{}]|!\)+/y, 'text'),
  ],
  edgeText: edgeRules(ARROW, /[^-]|-(?!-)/y),
  thickEdgeText: edgeRules(THICK_ARROW, /[^=]/y),
  dottedEdgeText: edgeRules(DOTTED_ARROW, /[^.]/y),
  string: [MARKDOWN, rule(/[^"]+/y, 'string'), rule(/"/y, undefined, leave)],
  markdown: [rule(/[^`"]+/y, 'markdown'), rule(/`"/y, undefined, leave), MARKDOWN, STRING],
  title: [rule(/[^\n]*/y, 'described', leave)],
  description: [rule(/[^\n]*/y, 'described', leave)],
  longDescription: [rule(/\}/y, undefined, leave), rule(/[^}]*/y, 'described')],
  click: [MARKDOWN, STRING, rule(/\s/y, undefined, leave), rule(/\S+/y, 'click')],
  callName: [
    rule(/\(\s*\)/y, undefined, leave),
    rule(/\(/y, undefined, { leave: true, enter: 'callArguments' }),
    rule(/[^(]+/y, 'callName'),
  ],
  callArguments: [rule(/\)/y, undefined, leave), rule(/[^)]+/y, 'callArguments')],
  data: [
    rule(/"/y, 'data', { enter: 'dataString' }),
    rule(/[^}^"]+/y, 'data'),
    rule(/\}/y, undefined, leave),
  ],
  dataString: [rule(/"/y, 'data', leave), rule(/[^"]+/y, 'data')],
};

const ASCII = 128;
const sorted = new Map<State, readonly (readonly LexRule[])[]>();

/** The rules that can fit in a state at a character, in their order. */
export function rulesAt(state: State, character: string): readonly LexRule[] {
  const known = sorted.get(state) ?? sortedRules(state);
  sorted.set(state, known);
  return known[character.charCodeAt(0)] ?? RULES[state];
}

function sortedRules(state: State): readonly (readonly LexRule[])[] {
  return Array.from({ length: ASCII }, (_, code) =>
    RULES[state].filter(({ first }) => first === undefined || first.includes(String.fromCharCode(code))),
  );
}
