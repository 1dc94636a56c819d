import type { ProgramGoal, ProgramJourney } from '../../src/compile/program.ts';

interface GoalState {
  /** Of a goal about a rule: whether it held when last looked at. */
  held: boolean;
  doneInEntry: boolean;
  /** The latest moment that its window counts from. */
  opened: number | undefined;
  /** Minutes at which it counted, in this entry. */
  minutes: number[];
}

/** How far one contact has come with the goals of one journey. The first goal is the primary one. */
export class Goals {
  private readonly journey: ProgramJourney;
  private readonly states: readonly GoalState[];
  private hasEntered = false;
  private readonly counted: (goal: number, minute: number, eventValue: number) => void;

  /** `counted` hears of each time that a goal counts. */
  constructor(journey: ProgramJourney, counted: (goal: number, minute: number, eventValue: number) => void) {
    this.journey = journey;
    this.counted = counted;
    this.states = journey.goals.map(() => ({
      held: false,
      doneInEntry: false,
      opened: undefined,
      minutes: [],
    }));
  }

  startEntry(minute: number): void {
    this.hasEntered = true;
    for (const state of this.states) Object.assign(state, { held: false, doneInEntry: false, minutes: [] });
    this.openWindows('entry', minute);
  }

  openWindows(from: ProgramGoal['windowFrom'], minute: number): void {
    this.journey.goals.forEach((goal, index) => {
      if (goal.windowFrom === from) this.states[index]!.opened = minute;
    });
  }

  converted(minute: number, value: number): void {
    this.journey.goals.forEach(({ on }, goal) => {
      if (on.kind === 'conversion') this.happens(goal, minute, value);
    });
  }

  stepReached(step: number, minute: number, value: number): void {
    this.journey.goals.forEach(({ on }, goal) => {
      if (on.kind === 'step' && on.step === step) this.happens(goal, minute, value);
    });
  }

  /** Goals about a rule are reached whenever it turns true. */
  noteRules(
    minute: number,
    holds: (test: Extract<ProgramGoal['on'], { kind: 'test' }>['test']) => boolean,
  ): void {
    if (!this.hasEntered) return;
    this.journey.goals.forEach(({ on }, goal) => {
      if (on.kind !== 'test') return;
      const state = this.states[goal]!;
      const isTrue = holds(on.test);
      if (isTrue && !state.held) this.happens(goal, minute, 0);
      state.held = isTrue;
    });
  }

  /** Whether the primary goal counted in this entry. */
  get isReached(): boolean {
    return this.states[0]!.minutes.length > 0;
  }

  isReachedSince(since: number): boolean {
    return this.states[0]!.minutes.some((minute) => minute > since);
  }

  private happens(goal: number, minute: number, value: number): void {
    const { windowMinutes, every } = this.journey.goals[goal]!;
    const state = this.states[goal]!;
    if (!this.hasEntered || state.opened === undefined || minute >= state.opened + windowMinutes) return;
    if (state.doneInEntry && !every) return;
    state.doneInEntry = true;
    state.minutes.push(minute);
    this.counted(goal, minute, value);
  }
}
