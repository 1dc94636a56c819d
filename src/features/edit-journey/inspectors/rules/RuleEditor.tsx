import { useTranslation } from 'react-i18next';
import type { Rule } from '../../../../journey/rules.ts';
import { asGroup } from '../ruleShapes.ts';
import { ruleInWords } from '../ruleInWords.ts';
import { useJourney } from '../useSurroundings.ts';
import { GroupEditor } from './GroupEditor.tsx';
import styles from './rules.module.css';

interface RuleEditorProps {
  /** Names the editor for screen readers. */
  readonly label: string;
  readonly rule: Rule | undefined;
  /** `field` names what is being typed into. */
  readonly onChange: (rule: Rule, field?: string) => void;
}

/** A rule as nested groups of conditions, with the whole of it in words below. */
export function RuleEditor({ label, rule, onChange }: RuleEditorProps) {
  const { t } = useTranslation();
  const journey = useJourney();
  const group = asGroup(rule);
  const words = ruleInWords(group, t, (step) => journey?.steps[step]?.name);
  return (
    <div role="group" aria-label={label} className={styles.editor}>
      <GroupEditor group={group} depth={1} path="rule" onChange={onChange} />
      <p className={styles.words}>{t('inspectors.rule.inWords', { words })}</p>
    </div>
  );
}
