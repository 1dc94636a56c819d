import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isGroup, type Rule } from '../../../../journey/rules.ts';
import { RuleShare } from '../counts/RuleShare.tsx';
import { FieldProblem } from '../fields/FieldProblem.tsx';
import { asGroup } from '../ruleShapes.ts';
import { ruleInWords } from '../../../../legend/ruleInWords.ts';
import { useJourney } from '../useSurroundings.ts';
import { GroupEditor } from './GroupEditor.tsx';
import styles from './rules.module.css';

interface RuleEditorProps {
  /** Names the editor for screen readers. */
  readonly label: string;
  readonly rule: Rule | undefined;
  /** Where it stands in the document, as problems name it: `steps.split.branches.0.rule`. */
  readonly path: string;
  /** What else is said of how many match. */
  readonly share?: ReactNode;
  /** `field` names what is being typed into. */
  readonly onChange: (rule: Rule, field?: string) => void;
}

/** A rule in words, how many match it, and below the nested groups of conditions that make it. */
export function RuleEditor({ label, rule, path, share, onChange }: RuleEditorProps) {
  const { t } = useTranslation();
  const journey = useJourney();
  const group = useMemo(() => asGroup(rule), [rule]);
  const words = ruleInWords(group, t, (step) => journey?.steps[step]?.name);
  // A condition without a group stands where the rule stands.
  const isLone = rule !== undefined && !isGroup(rule);
  return (
    <div role="group" aria-label={label} className={styles.editor}>
      <div className={styles.whole}>
        <p dir="auto" className={styles.sentence}>
          {words}
        </p>
        <RuleShare rule={group} />
        {share}
        {!isLone && <FieldProblem path={path} />}
      </div>
      <GroupEditor
        group={group}
        depth={1}
        field="rule"
        pathOf={(index) => (isLone ? path : `${path}.rules.${index}`)}
        onChange={onChange}
      />
    </div>
  );
}
