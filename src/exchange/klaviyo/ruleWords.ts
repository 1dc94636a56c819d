import type { Rule } from '../../journey/rules.ts';

/** How parts of a rule are said there that Klaviyo has no own word for; one sentence for each kind. */
export function ruleWords(rule: Rule): readonly string[] {
  return [...new Set(kindsIn(rule))].flatMap((kind) => WORDS[kind] ?? []);
}

const WORDS: Readonly<Partial<Record<Rule['kind'], string>>> = {
  tag: 'Tags are values of the profile’s list “tags”.',
  score: 'The score is the profile’s number “Score”, which no action of a flow can add to.',
  behaviour:
    'What contacts did is asked of metrics since they came into the flow. Events of e-mails are told apart by the message’s name, those of other channels are not.',
};

function kindsIn(rule: Rule): readonly Rule['kind'][] {
  switch (rule.kind) {
    case 'all':
    case 'any':
    case 'none':
      return rule.rules.flatMap(kindsIn);
    case 'column':
    case 'tag':
    case 'score':
    case 'behaviour':
    case 'consent':
      return [rule.kind];
  }
}
