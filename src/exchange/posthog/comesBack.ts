import { linksOf, stepEntries, stepOf } from '../../journey/graph.ts';
import type { StepId } from '../../journey/ids.ts';
import { type Placeholder, replacePlaceholders } from '../../journey/content/placeholders.ts';
import type { Journey } from '../../journey/journey.ts';
import type { Rule } from '../../journey/rules.ts';
import { sameJson } from '../../journey/sameJson.ts';
import { RESPONSES } from '../../journey/steps/check.ts';
import { exitsOf, type Step } from '../../journey/steps/index.ts';
import type { Content, MessageStep } from '../../journey/steps/message.ts';
import type { Fit } from '../../journey/portability.ts';
import { conjunctionsOf } from './conjunctions.ts';

/** What importing the file again does not bring back as it was. */
export interface Lost {
  readonly steps: ReadonlySet<StepId>;
  readonly whole: boolean;
}

/** The journey beside what its own file was read as. Undefined: it could not be read. */
export function lostBetween(journey: Journey, back: Journey | undefined): Lost {
  const steps = stepEntries(journey);
  if (!back) return { steps: new Set(steps.map(([id]) => id)), whole: true };
  const lost = steps.filter(([id, step]) => !isSame({ journey, back }, id, step)).map(([id]) => id);
  const more = stepEntries(back).some(([id]) => !stepOf(journey, id));
  // What is more than it was are copies of steps that are lost by then.
  const strange = more && lost.length === 0;
  return { steps: new Set(lost), whole: strange || !sameJson(settingsOf(journey), settingsOf(back)) };
}

interface Both {
  readonly journey: Journey;
  readonly back: Journey;
}

function isSame({ journey, back }: Both, id: StepId, step: Step): boolean {
  const again = stepOf(back, id);
  if (!again || !sameJson(plain(step, journey), plain(again, back))) return false;
  return sameJson(exitsAt(journey, id, step), exitsAt(back, id, step));
}

function exitsAt(journey: Journey, id: StepId, step: Step): unknown {
  const exits = exitsOf(step);
  return Object.fromEntries(
    linksOf(journey).flatMap(({ from, exit, to }) =>
      from === id && exits.includes(exit) ? [[exit, to]] : [],
    ),
  );
}

function settingsOf({ settings }: Journey): unknown {
  const { reEntry, exitRules, entryCap } = settings;
  return {
    reEntry,
    entryCap,
    exitRules: exitRules.map((rule) =>
      rule.when.kind === 'rule' ? { ...rule, when: meaning(rule.when.rule) } : rule,
    ),
  };
}

/** A step without what means nothing: the order of responses, texts that are empty, how a rule is put. */
function plain({ note: _, maxPasses: __, ...step }: Step, journey: Journey): unknown {
  switch (step.kind) {
    case 'entry':
      return {
        ...step,
        disabled: false,
        ...(step.eligible && { eligible: meaning(step.eligible) }),
        spreadMinutes: step.spreadMinutes ?? 0,
      };
    case 'split':
      return {
        ...step,
        branches: step.branches.map((branch) => ({ ...branch, rule: meaning(branch.rule) })),
      };
    case 'check':
      return { ...step, responses: RESPONSES.filter((response) => step.responses.includes(response)) };
    case 'message':
      return plainMessage(step, journey);
    case 'exit':
      return { ...step, reason: step.reason ?? '' };
    case 'experiment':
    case 'wait':
    case 'escalate':
    case 'update':
    case 'handoff':
    case 'goal':
      return step;
  }
}

/** `disabled: false` is as good as nothing; so is a channel to fall back on where none is preferred. */
function plainMessage(step: MessageStep, { settings }: Journey): unknown {
  const { content, tags = [], fallback = [], transactional, ...rest } = step;
  return {
    ...rest,
    tags,
    fallback: step.channel === 'preferred' ? fallback : [],
    transactional: transactional || settings.transactional === true,
    content: content ? plainContent(content) : {},
  };
}

function plainContent(content: Content): unknown {
  const { variants = [], utm = {}, ...texts } = content;
  const written = Object.entries(texts)
    .filter(([part, text]) => part === 'couponCode' || text !== '')
    .map(([part, text]) => [part, replacePlaceholders(text, tidy)] as const);
  return { ...Object.fromEntries(written), variants, utm };
}

/** Blanks around a name mean nothing. */
function tidy({ name, fallback }: Placeholder): string {
  return fallback === undefined ? `{{${name}}}` : `{{${name}|${fallback}}}`;
}

/** Two rules with the same conjunctions match the same contacts. */
function meaning(rule: Rule): unknown {
  return conjunctionsOf(rule) ?? rule;
}

const CHANGED = {
  code: 'comes-back-otherwise',
  words: 'Importing the file again brings this back in another form.',
  values: {},
  returns: false,
} as const;

/** The report, without promises that are not kept. */
export function honest(fits: readonly Fit[], { steps, whole }: Lost): readonly Fit[] {
  const kept = fits.map((fit): Fit => {
    const isLost = fit.step === undefined ? whole : steps.has(fit.step);
    if (!isLost || !fit.returns) return fit;
    const saysNothing = fit.fit === 'native' && fit.words === '';
    return saysNothing
      ? { ...CHANGED, fit: 'emulated', ...(fit.step !== undefined && { step: fit.step }) }
      : { ...fit, returns: false };
  });
  const silent = whole && kept.every(({ step, returns }) => step !== undefined || returns);
  return silent ? [...kept, { ...CHANGED, fit: 'emulated' }] : kept;
}
