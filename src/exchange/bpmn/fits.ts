import { loopsIn, stepEntries, successorsOf } from '../../journey/graph.ts';
import type { Journey, StepId } from '../../journey/journey.ts';
import type { Policies } from '../../journey/policies.ts';
import { takesTime } from '../../journey/times.ts';
import type { Step } from '../../journey/steps/index.ts';
import type { Portability, Told } from '../portability.ts';
import { elementsKept } from './keptElements.ts';
import { tellJourney } from './tellJourney.ts';
import { tellSend } from './tellSend.ts';
import { waitsForFirst } from './drawCheck.ts';

export interface Telling {
  readonly drawn: ReadonlySet<StepId>;
  readonly policies?: Policies | undefined;
}

/** What becomes of every step and of the journey. */
export function tellFits(portability: Portability, journey: Journey, { drawn, policies }: Telling): void {
  const onLoop = new Set(loopsIn(successorsOf(journey)).flat());
  for (const [id, step] of stepEntries(journey)) {
    if (id === 'latest') portability.say('emulated', id, RENAMED);
    if (!drawn.has(id)) portability.say('missing', id, NOT_DRAWN);
    else if (elementsKept(journey, id)) portability.say('native', id, AS_IT_CAME);
    else if (step.disabled && step.kind !== 'entry') portability.say('emulated', id, DISABLED);
    else tellStep(portability, id, step);
    if (onLoop.has(id) && drawn.has(id) && takesTime(step))
      portability.say('missing', id, loopTold(journey, step));
  }
  tellJourney(portability, journey, policies);
}

const NOT_DRAWN: Told = {
  code: 'step-not-drawn',
  words:
    'Nobody comes here, and engines start what has no way in: it stands in the extension of the process.',
  returns: true,
};
const AS_IT_CAME: Told = { code: 'as-it-came', words: 'It is written as it stood in the file.' };
const DISABLED: Told = {
  code: 'step-disabled',
  words: 'Switched off here: it is a task that does nothing and that everybody passes.',
  returns: true,
};
const RENAMED: Told = {
  code: 'step-renamed',
  words: 'A step cannot be called “latest” where checks say that of messages: importing gives it another id.',
  returns: false,
};

function loopTold({ settings }: Journey, step: Step): Told {
  const passes = step.maxPasses ?? settings.maxPasses;
  return {
    code: 'loop-unbounded',
    words: `Nothing in BPMN ends a loop after ${passes} passes: contacts go round as long as the way leads back. The bound stands in the extension.`,
    values: { passes },
    returns: true,
  };
}

/** What a step that is drawn as its own kind asks of whoever runs it. */
function tellStep(portability: Portability, id: StepId, step: Step): void {
  const say = (told: Told) => portability.say('emulated', id, { returns: true, ...told });
  switch (step.kind) {
    case 'entry':
      if (step.trigger.type !== 'atOnce') say(TRIGGERS[step.trigger.type]);
      if (step.eligible) say(ELIGIBLE);
      if (step.spreadMinutes !== undefined) portability.say('missing', id, SPREAD);
      return;
    case 'split':
      return say(CONDITIONS);
    case 'experiment':
      say(ARMS);
      if (step.holdout?.goesOn) say(GOES_ON);
      return;
    case 'message':
    case 'escalate':
      return tellSend(portability, id, step);
    case 'wait':
      if (step.until.type === 'random') say(RANDOM);
      else if (step.until.type !== 'duration') say(MOMENT);
      return;
    case 'check':
      say(waitsForFirst(step) ? FIRST : RANKED);
      if (step.windowFrom === 'send' && step.windowMinutes > 0) say(FROM_SEND);
      return;
    case 'update':
      return say(UPDATE);
    case 'handoff':
      return say(HAND_OFF);
    case 'goal':
      if (step.conversion) portability.say('missing', id, CONVERSION);
      return;
    case 'exit':
      return;
  }
}

const TRIGGERS: Readonly<Record<'schedule' | 'events' | 'date', Told>> = {
  schedule: {
    code: 'entry-schedule',
    words:
      'A timer starts it every so many days. The clock time and its zone stand in the extension, and whoever starts it has to start an instance for each contact.',
  },
  events: {
    code: 'entry-event',
    words: 'A message of the event’s name starts an instance for the contact that it is about.',
  },
  date: {
    code: 'entry-date',
    words: 'Each contact’s instance waits at its start for the moment that the service dateAt answers with.',
  },
};
const ELIGIBLE: Told = {
  code: 'entry-eligible',
  words: 'A gateway after the start asks the services, and who is not eligible comes to an end there.',
};
const SPREAD: Told = {
  code: 'entry-spread',
  words: 'Whoever starts the instances has to spread them: the time stands in the extension.',
  returns: true,
};
const CONDITIONS: Told = {
  code: 'split-conditions',
  words: 'The conditions ask the services column, tag, score, did and consent, in JavaScript.',
};
const ARMS: Told = {
  code: 'experiment-arms',
  words:
    'The conditions ask the service arm, which has to draw by the weights and give a contact the same arm every time.',
};
const GOES_ON: Told = {
  code: 'holdout-goes-on',
  words: 'The services send, escalate and handOff have to leave alone whomever arm has put into the holdout.',
};
const MOMENT: Told = {
  code: 'wait-moment',
  words: 'The moment is on the contact’s clock, so a service answers with it when the contact comes.',
};
const RANDOM: Told = {
  code: 'wait-random',
  words: 'The service between draws how long.',
};
const FIRST: Told = {
  code: 'check-first',
  words:
    'A gateway waits for a message about each response and for a timer. An answer that came before the contact has to be delivered again when it arrives.',
};
const RANKED: Told = {
  code: 'check-best',
  words: 'After the window a gateway asks the service answered for each response, the best first.',
};
const FROM_SEND: Told = {
  code: 'check-from-send',
  words: 'The window runs from the send: the service restOfWindow answers how much of it is left.',
};
const UPDATE: Told = {
  code: 'update-service',
  words: 'The service update makes the changes, which stand in the extension.',
};
const HAND_OFF: Told = {
  code: 'handoff-service',
  words:
    'The service handOff ends when somebody has taken the contact or it was missed; a gateway asks accepted.',
};
const CONVERSION: Told = {
  code: 'goal-conversion',
  words: 'Contacts pass an event that does nothing: that it is a conversion stands in the extension.',
  returns: true,
};
