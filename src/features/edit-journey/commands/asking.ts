import { TINTS, type Tint } from '../../../journey/annotations.ts';
import type { Journey, StepId } from '../../../journey/journey.ts';
import { exitsOf, type Step } from '../../../journey/steps/index.ts';
import type { Translate } from '../../../i18n/i18n.ts';
import type { Anchor } from '../../../ui/place.ts';
import { readPreference, writePreference } from '../../../ui/usePreference.ts';
import type { SearchItem } from '../../../ui/SearchList.tsx';
import { exitLabel } from '../../../legend/exitLabel.ts';
import { familyColour, iconOf } from '../../../legend/kindLook.ts';
import { namedSteps, paletteSteps, searchSteps, type NewStep } from '../newSteps.ts';
import { stepSummary, type Wording } from '../../../legend/stepSummary.ts';
import { newWays } from './addWay.ts';
import { tintColour, TintIcon } from './tints.ts';

export interface AskItem extends SearchItem {
  readonly pick: () => void;
}

/** An open list: what it is about, where it stands, and what can be chosen. */
export interface Asking {
  readonly anchor: Anchor;
  readonly label: string;
  readonly placeholder: string;
  readonly find: (text: string) => readonly AskItem[];
  readonly none: (text: string) => string;
}

export type Question = Omit<Asking, 'anchor'>;

const RECENT = 'steps.recent';
const MOST_RECENT = 4;

interface AboutKinds {
  readonly t: Translate;
  readonly hasEntry: boolean;
  /** The step that is to be another kind: what it is already is left out. */
  readonly replaced?: Step | undefined;
}

/** Which kind of step; those used lately first while nothing is typed. */
export function askKind(
  label: string,
  { t, hasEntry, replaced }: AboutKinds,
  then: (choice: NewStep) => void,
): Question {
  const others = (steps: readonly NewStep[]) =>
    replaced ? steps.filter((step) => !isAlready(replaced, step)) : steps;
  const item = (step: NewStep, group?: string): AskItem => ({
    key: step.key,
    label: step.label,
    meaning: step.meaning,
    group,
    icon: iconOf(step),
    colour: familyColour(step),
    pick: () => {
      rememberStep(step);
      then(step);
    },
  });
  return {
    label,
    placeholder: t(replaced ? 'canvas.ask.replaceBy' : 'canvas.ask.searchKinds'),
    none: (text) => t('canvas.ask.noKind', { text }),
    find: (text) => {
      const found = others(searchSteps(text, t, hasEntry));
      const recent = text.trim() === '' ? others(recentSteps(t, hasEntry)) : [];
      if (recent.length === 0) return found.map((step) => item(step));
      const rest = found.filter(({ key }) => !recent.some((known) => known.key === key));
      return [
        ...recent.map((step) => item(step, t('canvas.ask.recent'))),
        ...rest.map((step) => item(step, t('canvas.ask.all'))),
      ];
    },
  };
}

/** Its own kind; of a message its own channel as well, while the other channels are something else. */
function isAlready(step: Step, { kind, channel, suppresses }: NewStep): boolean {
  if (kind !== step.kind || suppresses) return false;
  return channel === undefined || (step.kind === 'message' && channel === step.channel);
}

export function rememberStep({ key }: NewStep): void {
  const others = recentKeys().filter((known) => known !== key);
  writePreference(RECENT, [key, ...others].slice(0, MOST_RECENT).join(' '));
}

/** What was added lately, newest first. */
export function recentSteps(t: Translate, hasEntry: boolean): readonly NewStep[] {
  const known = [...paletteSteps(t, hasEntry), ...namedSteps(t)];
  return recentKeys().flatMap((key) => known.find((step) => step.key === key) ?? []);
}

function recentKeys(): readonly string[] {
  return (readPreference(RECENT) ?? '').split(' ').filter(Boolean);
}

interface AboutSteps {
  readonly journey: Journey;
  readonly among: readonly StepId[];
  readonly wording: Wording;
}

/** Which step of the journey, by its name, kind, summary or note. */
export function askStep(label: string, about: AboutSteps, then: (id: StepId) => void): Question {
  const { t } = about.wording;
  return {
    label,
    placeholder: t('canvas.ask.searchSteps'),
    none: (text) => t('canvas.ask.noStep', { text }),
    find: byText(stepsToFind(about, then)),
  };
}

/** An item, and all the words by which it is found. */
export interface Findable {
  readonly item: AskItem;
  readonly text: string;
}

export function stepsToFind(
  { journey, among, wording }: AboutSteps,
  then: (id: StepId) => void,
): readonly Findable[] {
  const { t } = wording;
  return among.flatMap((id) => {
    const step = journey.steps[id];
    if (!step) return [];
    const summary = stepSummary(step, wording);
    const kind = t(`words.kind.${step.kind}`);
    const item: AskItem = {
      key: id,
      label: step.name || kind,
      meaning: summary,
      icon: iconOf(step),
      colour: familyColour(step),
      pick: () => then(id),
    };
    return [{ item, text: `${step.name}\n${kind}\n${summary}\n${step.note ?? ''}\n${id}` }];
  });
}

/** What is called exactly so comes first, then what begins so, then what has it anywhere. */
export function byText(all: readonly Findable[]): Asking['find'] {
  return (text) => {
    const wanted = text.trim().toLowerCase();
    const rank = ({ item: { label } }: Findable) => {
      const name = label.toLowerCase();
      return name === wanted ? 0 : name.startsWith(wanted) ? 1 : 2;
    };
    return all
      .filter((one) => one.text.toLowerCase().includes(wanted))
      .toSorted((a, b) => rank(a) - rank(b))
      .map(({ item }) => item);
  };
}

/** Which way out of a step. */
export function askExit(
  label: string,
  { journey, from, t }: { readonly journey: Journey; readonly from: StepId; readonly t: Translate },
  then: (exit: string) => void,
): Question {
  const step = journey.steps[from];
  const items = (step ? exitsOf(step) : []).map((exit): AskItem => {
    const to = journey.links[from]?.[exit];
    return {
      key: exit,
      label: step ? exitLabel(step, exit, t) : exit,
      meaning: to ? t('canvas.ask.leadsTo', { step: journey.steps[to]?.name ?? to }) : t('canvas.ask.open'),
      pick: () => then(exit),
    };
  });
  return {
    label,
    placeholder: t('canvas.ask.searchExits'),
    none: (text) => t('canvas.ask.noExit', { text }),
    find: byLabel(items),
  };
}

/** Which further way out a step should have. */
export function askWay(
  label: string,
  { step, t }: { readonly step: Step; readonly t: Translate },
  then: (step: Step) => void,
): Question {
  const items = waysOf(step, t).map((way): AskItem => ({
    key: way.key,
    label:
      way.key === 'branch' || way.key === 'arm' ? t(`canvas.ask.way_${way.key}`) : t(`words.exit.${way.key}`),
    icon: iconOf(step),
    colour: familyColour(step),
    pick: () => then(way.step),
  }));
  return {
    label,
    placeholder: t('canvas.ask.searchExits'),
    none: (text) => t('canvas.ask.noExit', { text }),
    find: byLabel(items),
  };
}

export function waysOf(step: Step, t: Translate) {
  return newWays(step, (kind, number) =>
    kind === 'branch'
      ? t('canvas.newBranch', { number })
      : t('canvas.newArm', { letter: String.fromCharCode(64 + ((number - 1) % 26) + 1) }),
  );
}

export function askTint(label: string, t: Translate, then: (tint: Tint) => void): Question {
  const items = TINTS.map((tint): AskItem => ({
    key: tint,
    label: t(`canvas.tint.${tint}`),
    icon: TintIcon,
    colour: tintColour(tint),
    pick: () => then(tint),
  }));
  return {
    label,
    placeholder: t('canvas.ask.searchTints'),
    none: (text) => t('canvas.ask.noTint', { text }),
    find: byLabel(items),
  };
}

function byLabel(items: readonly AskItem[]): Asking['find'] {
  return (text) => {
    const wanted = text.trim().toLowerCase();
    return items.filter(({ label }) => label.toLowerCase().includes(wanted));
  };
}
