import { type Facts, type FactsColumn, MOST_VALUES } from '../facts.ts';
import { stepEntries } from '../graph.ts';
import type { Journey, StepId } from '../journey.ts';
import { ruleLeavesOf } from '../placedRules.ts';
import type { Problem } from '../problem.ts';
import { canAsk, type Rule } from '../rules.ts';
import { renameColumn } from './renameColumn.ts';
import { mostSimilar } from './similar.ts';

/** What the forms call the types of columns. */
const TYPE_WORDS: Readonly<Record<FactsColumn['type'], string>> = {
  number: 'number',
  category: 'text',
  boolean: 'yes-or-no',
  date: 'date',
};

/** Columns the journey reads that this audience lacks, or has in a type or with values that do not fit. */
export function findColumnProblems(journey: Journey, { schema }: Facts): readonly Problem[] {
  if (!schema) return [];
  const columns = new Map(schema.columns.map((column) => [column.name, column]));
  const written = writtenColumns(journey);
  const rules = ruleLeavesOf(journey).flatMap(({ rule, ...place }): Problem[] => {
    if (rule.kind !== 'column' || rule.column === '') return [];
    const column = columns.get(rule.column);
    if (column) {
      const problem = misfit(rule, column, written);
      return problem ? [{ ...problem, ...place }] : [];
    }
    if (written.has(rule.column)) return [];
    const fits = schema.columns.filter(({ type }) => canAsk(type, rule.operator));
    return [{ ...missing(journey, { column: rule.column, fits, ...place }), ...place }];
  });
  return [
    ...rules,
    ...typedReads(journey).flatMap((read) =>
      readProblems(journey, { ...read, found: columns.get(read.column), all: schema.columns }),
    ),
  ];
}

/** What update steps write exists from then on, whether the audience has it or not. */
export function writtenColumns(journey: Journey): ReadonlySet<string> {
  const changes = stepEntries(journey).flatMap(([, step]) =>
    step.kind === 'update' && !step.disabled ? step.changes : [],
  );
  return new Set(changes.flatMap((change) => (change.type === 'set' ? [change.column] : [])));
}

/** What is certain about the type of columns: those that updates write into may hold anything. */
export function columnTypes(
  journey: Journey,
  schema: Facts['schema'],
): ReadonlyMap<string, FactsColumn['type']> {
  if (!schema) return new Map();
  const written = writtenColumns(journey);
  return new Map(
    schema.columns.filter(({ name }) => !written.has(name)).map(({ name, type }) => [name, type]),
  );
}

interface Missing {
  readonly column: string;
  /** Columns that could be read instead. */
  readonly fits: readonly FactsColumn[];
  readonly step?: StepId;
}

function missing(journey: Journey, { column, fits, step }: Missing): Problem {
  const meant = mostSimilar(
    column,
    fits.map(({ name }) => name),
  );
  const fix =
    meant === undefined
      ? undefined
      : renameColumn(journey, { from: column, to: meant, ...(step !== undefined && { step }) });
  const hint = meant === undefined ? '' : ` Did you mean “${meant}”?`;
  const words =
    column === ''
      ? 'No column is chosen yet. Choose one of the audience.'
      : `The audience has no column “${column}”.${hint} Choose another column, or an audience that has it.`;
  return {
    code: 'column-missing',
    severity: 'error',
    words,
    values: { column, ...(meant !== undefined && { meant }) },
    ...(fix && { fix }),
  };
}

type ColumnRule = Extract<Rule, { kind: 'column' }>;

function misfit(rule: ColumnRule, column: FactsColumn, written: ReadonlySet<string>): Problem | undefined {
  if (!canAsk(column.type, rule.operator)) {
    const words = `“${rule.column}” is a ${TYPE_WORDS[column.type]} column, and what is asked of it does not fit: it matches hardly anybody. Ask something else.`;
    return {
      code: 'operator-misfit',
      severity: 'warning',
      words,
      values: { column: rule.column, type: column.type, operator: rule.operator },
    };
  }
  const known = column.values ?? [];
  const complete = known.length > 0 && known.length < MOST_VALUES;
  if (rule.operator !== 'is' || !complete || written.has(rule.column)) return undefined;
  const wanted = String(rule.value ?? '').toLowerCase();
  if (wanted === '' || known.some((value) => value.toLowerCase() === wanted)) return undefined;
  const words = `Nobody in the audience has “${String(rule.value)}” as “${rule.column}”. Its values are ${known.slice(0, 5).join(', ')}${known.length > 5 ? '…' : ''}.`;
  return {
    code: 'value-unknown',
    severity: 'warning',
    words,
    values: { column: rule.column, value: String(rule.value) },
  };
}

/** A column that is read as one type and no other. */
interface TypedRead {
  readonly column: string;
  readonly type: 'date' | 'number';
  readonly path: string;
  readonly step?: StepId;
}

function typedReads(journey: Journey): readonly TypedRead[] {
  const ofSteps = stepEntries(journey).flatMap(([id, step]): TypedRead[] => {
    if (step.kind === 'wait' && step.until.type === 'date')
      return [{ column: step.until.column, type: 'date', path: `steps.${id}.until.column`, step: id }];
    if (step.kind === 'entry' && step.trigger.type === 'date')
      return [{ column: step.trigger.column, type: 'date', path: `steps.${id}.trigger.column`, step: id }];
    return [];
  });
  const ofGoals = journey.settings.goals.flatMap(({ value }, index): TypedRead[] =>
    value.kind === 'column'
      ? [{ column: value.column, type: 'number', path: `settings.goals.${index}.value.column` }]
      : [],
  );
  return [...ofSteps, ...ofGoals];
}

interface PlacedRead extends TypedRead {
  readonly found: FactsColumn | undefined;
  readonly all: readonly FactsColumn[];
}

function readProblems(
  journey: Journey,
  { column, type, found, all, ...place }: PlacedRead,
): readonly Problem[] {
  const fits = all.filter((one) => one.type === type);
  if (!found) return [{ ...missing(journey, { column, fits, ...place }), ...place }];
  if (found.type === type) return [];
  const words = `“${column}” is a ${TYPE_WORDS[found.type]} column; this needs a ${type}. Choose another column.`;
  return [
    { code: 'column-type', severity: 'error', words, values: { column, type, found: found.type }, ...place },
  ];
}
