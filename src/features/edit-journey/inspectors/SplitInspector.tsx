import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { freeName } from './freeName.ts';
import { freshId } from '../../../journey/ids.ts';
import type { Group, Rule } from '../../../journey/rules.ts';
import type { Branch } from '../../../journey/steps/split.ts';
import { CheckedInput } from '../../../forms/CheckedInput.tsx';
import { RowList } from '../../../forms/RowList.tsx';
import { Section } from '../../../forms/Section.tsx';
import { editing, type InspectorProps } from './inspector.ts';
import { RuleShare } from './counts/RuleShare.tsx';
import { comparisonWith } from './ruleShapes.ts';
import { todayAsDay } from './rules/newConditions.ts';
import { RuleEditor } from './rules/RuleEditor.tsx';
import { StepForm } from './StepForm.tsx';
import { useUsefulColumn } from './useSurroundings.ts';
import styles from '../../../forms/fields.module.css';
import { requiredText } from '../../../ui/complaints.ts';

export function SplitInspector({ id, step, onChange }: InspectorProps<'split'>) {
  const { t } = useTranslation();
  const change = editing<'split'>({ id, onChange });
  const column = useUsefulColumn();
  const newBranch = (): Branch => ({
    id: freshId(
      step.branches.map((branch) => branch.id),
      'branch',
    ),
    name: freeName(step.branches, (at) => t('inspectors.split.newBranch', { number: at + 1 })),
    rule: { kind: 'all', rules: column ? [comparisonWith(column, todayAsDay())] : [] },
  });
  return (
    <StepForm id={id} step={step} onChange={change}>
      <Section title={t('inspectors.split.branches')} hint={t('inspectors.split.hint')}>
        <RowList
          rows={step.branches}
          nameOf={(branch) => t('inspectors.split.branch', { name: branch.name })}
          keepLast={t('inspectors.split.last')}
          addLabel={t('inspectors.split.add')}
          fresh={newBranch}
          onChange={(branches, field) => change({ ...step, branches }, field)}
          head={(branch, _, set) => (
            <CheckedInput
              label={t('inspectors.split.branchName')}
              hideLabel
              value={branch.name}
              complain={requiredText(t)}
              onChange={(name) => set({ ...branch, name }, 'name')}
            />
          )}
          body={(branch, index, set) => (
            <RuleEditor
              label={t('inspectors.split.rule')}
              rule={branch.rule}
              path={`steps.${id}.branches.${index}.rule`}
              share={index > 0 && <TakenShare branches={step.branches} index={index} />}
              onChange={(rule, field) => set({ ...branch, rule }, field)}
            />
          )}
        />
        <div className={styles.row}>
          <span className={styles.rowTitle}>{t('inspectors.split.else')}</span>
          <RestShare branches={step.branches} />
          <p className={styles.hint}>{t('inspectors.split.elseHint')}</p>
        </div>
      </Section>
    </StepForm>
  );
}

type Branches = readonly Branch[];

/** How many a branch takes of those whom the branches above it left over. */
function TakenShare({ branches, index }: { readonly branches: Branches; readonly index: number }) {
  const left = useRest(branches.slice(0, index));
  const own = branches[index]?.rule;
  const taken = useMemo((): Rule => ({ kind: 'all', rules: own ? [left, own] : [left] }), [left, own]);
  return <RuleShare rule={taken} of={left} />;
}

function RestShare({ branches }: { readonly branches: Branches }) {
  return <RuleShare rule={useRest(branches)} />;
}

/** Who matches none of the branches; the same object while their rules are. */
function useRest(branches: Branches): Rule {
  const rules = branches.map(({ rule }) => rule);
  const [kept, setKept] = useState<Group>({ kind: 'none', rules });
  if (rules.length === kept.rules.length && rules.every((rule, at) => rule === kept.rules[at])) return kept;
  const next: Group = { kind: 'none', rules };
  setKept(next);
  return next;
}
