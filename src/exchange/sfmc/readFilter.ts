import { readJsonText } from '../../journey/jsonFile.ts';
import type { Rule } from '../../journey/rules.ts';
import { rule as ruleSchema } from '../../journey/schema/rule.ts';
import { clip } from '../../journey/schemaWords.ts';
import { readPlainXml, type XmlElement, xmlText } from '../read/readPlainXml.ts';
import { tagOf } from '../tagOf.ts';
import { type Condition, conditionOf, ruleOf } from './conditions.ts';
import { slipOf } from './slip.ts';

export interface ReadingFilter {
  /** Key of the event definition of the trigger. */
  readonly event: string;
  /** Whether an activity of the file has that key: rules may name messages. */
  readonly hasStep: (id: string) => boolean;
}

export type ReadFilter =
  | { readonly ok: true; readonly rule: Rule; readonly doubts: readonly string[] }
  | { readonly ok: false; readonly words: string };

/** The rule in the XML of a decision split. What has no word here becomes a question for a tag, and is doubted. */
export function readFilter(xml: string, reading: ReadingFilter): ReadFilter {
  const read = readPlainXml(xml);
  if (!read.ok) return { ok: false, words: `at character ${read.at + 1} of this filter, ${read.words}` };
  const { root } = read;
  if (root.name !== 'FilterDefinition')
    return { ok: false, words: `this filter begins with “${clip(root.name)}” instead of “FilterDefinition”` };
  const reader = new Reader(reading);
  const parts = root.children.map((child) => reader.rule(child));
  const [only] = parts;
  const rule: Rule = only && parts.length === 1 ? only : { kind: 'all', rules: parts };
  return { ok: true, rule, doubts: reader.doubts };
}

class Reader {
  readonly doubts: string[] = [];
  readonly #reading: ReadingFilter;

  constructor(reading: ReadingFilter) {
    this.#reading = reading;
  }

  rule(element: XmlElement): Rule {
    if (element.name === 'ConditionSet') return this.#set(element);
    if (element.name === 'Condition') return this.#condition(element);
    return this.#doubted(element.name);
  }

  #set({ attributes, children }: XmlElement): Rule {
    const operator = attributes.get('Operator') ?? 'AND';
    if (!/^(AND|OR)$/i.test(operator)) return this.#doubted(`${operator} group`);
    const rules = children.map((child) => this.rule(child));
    const [only] = rules;
    if (only && rules.length === 1) return only;
    return { kind: /^or$/i.test(operator) ? 'any' : 'all', rules };
  }

  #condition({ attributes, children }: XmlElement): Rule {
    const key = attributes.get('Key') ?? attributes.get('ID') ?? '';
    const values = children.filter(({ name }) => name === 'Value').map(({ text }) => text);
    const [value = ''] = values;
    const asked = { operator: attributes.get('Operator') ?? '', value };
    const known = this.#slipped(attributes.get('UiMetaData') ?? '', key, asked);
    if (known) return known;
    const isReference = attributes.get('ValueIsReference') === 'true';
    const plain =
      attributes.has('Key') && values.length < 2 && !isReference
        ? ruleOf({ ...asked, field: this.#fieldOf(key) })
        : undefined;
    return plain && fits(plain) ? plain : this.#doubted([key, asked.operator, value].join(' '));
  }

  #fieldOf(key: string): string {
    const own = `Event.${this.#reading.event}.`;
    if (key.startsWith(own)) return key.slice(own.length);
    const [, field] = /^(?:Event\.[^.]+|[^.]+)\.(.+)$/s.exec(key) ?? [];
    return field ?? key;
  }

  /** What our slip says, as long as the condition still asks it. */
  #slipped(metaData: string, key: string, asked: Pick<Condition, 'operator' | 'value'>): Rule | undefined {
    const json = readJsonText(metaData, { name: 'condition', mostMegabytes: 1, mostDepth: 20 });
    const parsed = ruleSchema.safeParse(json.ok ? slipOf(json.value).rule : undefined);
    if (!parsed.success || !this.#isAboutSteps(parsed.data)) return undefined;
    const condition = conditionOf(parsed.data, new Set());
    const same =
      condition &&
      key.endsWith(`.${xmlText(condition.field)}`) &&
      condition.operator === asked.operator &&
      xmlText(condition.value) === asked.value;
    return same ? parsed.data : undefined;
  }

  /** Messages that the rule names must be in the file. */
  #isAboutSteps(rule: Rule): boolean {
    if (rule.kind === 'none') return rule.rules.every((part) => this.#isAboutSteps(part));
    return rule.kind !== 'behaviour' || rule.step === undefined || this.#reading.hasStep(rule.step);
  }

  #doubted(words: string): Rule {
    const tag = tagOf(words);
    this.doubts.push(
      `“${clip(words)}” cannot be asked here. Contacts are asked for the tag “${tag}” instead, which nobody has yet.`,
    );
    return { kind: 'tag', tag };
  }
}

function fits(rule: Rule): boolean {
  return ruleSchema.safeParse(rule).success;
}
