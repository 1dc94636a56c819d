import { applyEdit } from '../../journey/applyEdit.ts';
import type { Edit } from '../../journey/edits.ts';
import { linksOf, stepEntries, stepOf } from '../../journey/graph.ts';
import { freshStepId, isId, stepId, type StepId } from '../../journey/ids.ts';
import type { Journey, Link } from '../../journey/journey.ts';
import { instantLoops } from '../../journey/problems/loops.ts';
import { exitsOf, type Step, STEP_DEFINITIONS, type StepKind } from '../../journey/steps/index.ts';
import { buildStep } from './buildStep.ts';
import type { Built, Drawn } from './drawn.ts';
import type { Edge } from './chart/flowchart.ts';
import { responsesIn } from './responseWords.ts';

/** How a step of the imported journey came about, for the person who is asked to confirm it. */
export interface Inferred {
  readonly step: StepId;
  readonly kind: StepKind;
  readonly why: string;
  readonly alternatives: readonly StepKind[];
}

const ORIGIN = { x: 0, y: 0 };

/** A journey under construction: edits on a document, and why each step is there. */
export class Assembly {
  readonly inferred: Inferred[] = [];
  journey: Journey;

  constructor(journey: Journey) {
    this.journey = { ...journey, steps: {}, links: {}, layout: {} };
  }

  #do(edit: Edit): void {
    this.journey = applyEdit(this.journey, edit).journey;
  }

  /** Adds a step, under the wished id where that can be one. */
  add(step: Step, reason: Pick<Inferred, 'why' | 'alternatives'>, wish = ''): StepId {
    const free = isId(wish) && !Object.hasOwn(this.journey.steps, wish);
    const id = free ? stepId(wish) : freshStepId(this.journey, step.kind);
    this.#do({ type: 'addStep', id, step, at: ORIGIN });
    this.inferred.push({ step: id, kind: step.kind, ...reason });
    return id;
  }

  connect(from: StepId, exit: string, to: StepId): void {
    this.#do({ type: 'connect', from, exit, to });
  }

  /** Links every exit to where its arrows lead; where several arrows leave by one exit, a choice is put between. */
  route(from: StepId, { ways }: Built, drawn: Drawn, idOf: (vertex: string) => StepId | undefined): void {
    for (const exit of new Set(ways.map((way) => way.exit))) {
      const edges = ways.filter((way) => way.exit === exit).map(({ edge }) => edge);
      const targets = [...new Set(edges.flatMap(({ to }) => idOf(to) ?? []))];
      const [only] = targets;
      if (only && targets.length === 1) this.connect(from, exit, only);
      if (targets.length > 1) this.#choice({ from, exit }, edges, drawn, idOf);
    }
  }

  #choice(
    { from, exit }: { from: StepId; exit: string },
    edges: readonly Edge[],
    drawn: Drawn,
    idOf: (vertex: string) => StepId | undefined,
  ): void {
    const name = `${drawn.name}: which way?`;
    const sends = stepOf(this.journey, from)?.kind;
    const kind = choiceKind(edges, sends === 'message' || sends === 'escalate');
    const choice = { ...drawn, name, onward: edges };
    const built = buildStep(kind, choice);
    const id = this.add(built.step, {
      why: `added: several arrows lead away from “${drawn.name}”`,
      alternatives: [],
    });
    this.connect(from, exit, id);
    this.route(id, built, choice, idOf);
  }

  /** Whoever matches no branch goes where the last branch goes, rather than falling off. */
  closeSplits(): void {
    for (const [id, step] of stepEntries(this.journey)) {
      const links = this.journey.links[id] ?? {};
      const last = step.kind === 'split' ? step.branches.at(-1)?.id : undefined;
      const to = last === undefined ? undefined : links[last];
      if (to !== undefined && !Object.hasOwn(links, 'else')) this.connect(id, 'else', to);
    }
  }

  /** Every exit that leads nowhere leads to one common end. */
  closeEnds(): void {
    const open = stepEntries(this.journey).flatMap(([id, step]) =>
      exitsOf(step)
        .filter((exit) => !Object.hasOwn(this.journey.links[id] ?? {}, exit))
        .map((exit) => ({ id, exit })),
    );
    if (open.length === 0) return;
    const end = this.add(
      { ...STEP_DEFINITIONS.exit.defaults(), name: 'End' },
      { why: 'added: some exits led nowhere', alternatives: [] },
    );
    for (const { id, exit } of open) this.connect(id, exit, end);
  }

  /** A drawing may go in circles in no time; a contact may not. */
  slowLoops(): void {
    for (let [loop] = instantLoops(this.journey); loop; [loop] = instantLoops(this.journey)) {
      const back = this.#backLink(loop);
      const step = { ...STEP_DEFINITIONS.wait.defaults(), name: 'Wait before going round again' };
      const id = freshStepId(this.journey, 'wait');
      this.#do({ type: 'spliceStep', id, step, at: ORIGIN, from: back.from, exit: back.exit });
      this.inferred.push({
        step: id,
        kind: 'wait',
        why: 'added: no time passed in a loop',
        alternatives: [],
      });
    }
  }

  /** The link of a loop that leads back to where the drawing enters it: to the step that was drawn first. */
  #backLink(loop: readonly StepId[]): Link {
    const drawn = Object.keys(this.journey.steps);
    const first = loop.reduce((a, b) => (drawn.indexOf(b) < drawn.indexOf(a) ? b : a));
    const back = linksOf(this.journey).find(({ from, to }) => to === first && loop.includes(from));
    if (!back) throw new Error(`loop without a link to ${first}`);
    return back;
  }
}

/** Names tell people apart; without names, or with one name for all, only chance can. */
function choiceKind(edges: readonly Edge[], afterMessage: boolean): StepKind {
  const names = new Set(edges.map(({ label }) => label));
  if (names.size < edges.length || names.has('')) return 'experiment';
  return afterMessage && edges.some(({ label }) => responsesIn(label).length > 0) ? 'check' : 'split';
}
