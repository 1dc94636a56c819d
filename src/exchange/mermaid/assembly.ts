import type { ExitName, StepId } from '../../journey/ids.ts';
import { exitsOf, type Step, STEP_DEFINITIONS, type StepKind } from '../../journey/steps/index.ts';
import type { Draft } from '../draft.ts';
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
  /** The drawing says it itself: nothing was guessed. */
  readonly isSaid: boolean;
}

type Reason = Pick<Inferred, 'why' | 'alternatives' | 'isSaid'>;

/** A journey under construction, with why each step is there. */
export class Assembly {
  readonly inferred: Inferred[] = [];
  readonly #draft: Draft;
  readonly #links = new Map<StepId, Map<ExitName, StepId>>();

  constructor(draft: Draft) {
    this.#draft = draft;
  }

  /** Adds a step, under the wished id where that can be one. */
  add(step: Step, reason: Reason, wish = ''): StepId {
    const id = this.#draft.add(step, { id: wish });
    this.inferred.push({ step: id, kind: step.kind, ...reason });
    this.#links.set(id, new Map());
    return id;
  }

  connect(from: StepId, exit: ExitName, to: StepId): void {
    this.#draft.connect(from, exit, to);
    this.#links.get(from)?.set(exit, to);
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
    { from, exit }: { from: StepId; exit: ExitName },
    edges: readonly Edge[],
    drawn: Drawn,
    idOf: (vertex: string) => StepId | undefined,
  ): void {
    const name = `${drawn.name}: which way?`;
    const sends = this.#draft.stepAt(from)?.kind;
    const kind = choiceKind(edges, sends === 'message' || sends === 'escalate');
    const choice = { ...drawn, name, onward: edges };
    const built = buildStep(kind, choice);
    const id = this.add(built.step, {
      why: `added: several arrows lead away from “${drawn.name}”`,
      alternatives: [],
      isSaid: false,
    });
    this.connect(from, exit, id);
    this.route(id, built, choice, idOf);
  }

  /** Whoever matches no branch goes where the last branch goes, rather than falling off. */
  closeSplits(isMeant: (id: StepId) => boolean): void {
    for (const [id, links] of this.#links) {
      const step = this.#draft.stepAt(id);
      const last = step?.kind === 'split' && !isMeant(id) ? step.branches.at(-1)?.id : undefined;
      const to = last === undefined ? undefined : links.get(last);
      if (to !== undefined && !links.has('else')) this.connect(id, 'else', to);
    }
  }

  /** Every exit that leads nowhere leads to one common end, unless that is meant. */
  closeEnds(isMeant: (id: StepId) => boolean): void {
    const open = [...this.#links].flatMap(([id, links]) => {
      const step = this.#draft.stepAt(id);
      const exits = step && !isMeant(id) ? exitsOf(step) : [];
      return exits.filter((exit) => !links.has(exit)).map((exit) => ({ id, exit }));
    });
    if (open.length === 0) return;
    const end = this.add(
      { ...STEP_DEFINITIONS.exit.defaults(), name: 'End' },
      { why: 'added: some exits led nowhere', alternatives: [], isSaid: false },
    );
    for (const { id, exit } of open) this.connect(id, exit, end);
  }
}

/** Names tell people apart; without names, or with one name for all, only chance can. */
function choiceKind(edges: readonly Edge[], afterMessage: boolean): StepKind {
  const names = new Set(edges.map(({ label }) => label));
  if (names.size < edges.length || names.has('')) return 'experiment';
  return afterMessage && edges.some(({ label }) => responsesIn(label).length > 0) ? 'check' : 'split';
}
