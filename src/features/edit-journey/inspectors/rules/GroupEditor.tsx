import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Trash2, TriangleAlert } from 'lucide-react';
import { Icon } from '../../../../ui/Icon.tsx';
import { IconButton } from '../../../../ui/IconButton.tsx';
import { Menu } from '../../../../ui/Menu.tsx';
import { Select } from '../../../../ui/Select.tsx';
import type { Rule } from '../../../../journey/rules.ts';
import { useRowKeys } from '../fields/RowList.tsx';
import { asGroup, DEEPEST, isGroup, type Group } from '../ruleShapes.ts';
import { useColumns } from '../useSurroundings.ts';
import { ConditionEditor } from './ConditionEditor.tsx';
import { newConditions } from './newConditions.ts';
import styles from './rules.module.css';

interface GroupEditorProps {
  readonly group: Group;
  readonly depth: number;
  readonly path: string;
  readonly onChange: (rule: Rule, field?: string) => void;
  readonly onRemove?: () => void;
}

const GROUP_KINDS = ['all', 'any', 'none'] as const;

/** "Match all of these", the conditions, and a way to add more. Groups may stand inside groups. */
export function GroupEditor({ group, depth, path, onChange, onRemove }: GroupEditorProps) {
  const { t } = useTranslation();
  const columns = useColumns();
  const keys = useRowKeys(group.rules.length);
  const list = useRef<HTMLDivElement>(null);
  const selectId = useId();

  const change = (index: number, rule: Rule, field?: string) =>
    onChange({ ...group, rules: group.rules.toSpliced(index, 1, rule) }, field);
  const remove = (index: number) => {
    keys.remove(index);
    onChange({ ...group, rules: group.rules.toSpliced(index, 1) });
    list.current?.querySelector<HTMLElement>(':scope > [data-add] button')?.focus();
  };
  const add = (rule: Rule) => onChange({ ...group, rules: [...group.rules, rule] });
  const fresh = newConditions(columns);

  return (
    <div ref={list} className={depth > 1 ? styles.subgroup : styles.group}>
      <div className={styles.match}>
        <label htmlFor={selectId}>{t('inspectors.rule.group')}</label>
        <Select
          id={selectId}
          value={group.kind}
          options={GROUP_KINDS.map((kind) => ({ value: kind, label: t(`inspectors.rule.groupOf.${kind}`) }))}
          onChange={(kind) => onChange({ ...group, kind })}
        />
        {onRemove && (
          <IconButton
            small
            icon={Trash2}
            label={t('inspectors.list.remove', { what: t('inspectors.rule.addKind.group') })}
            onClick={onRemove}
          />
        )}
      </div>
      {group.rules.length === 0 && (
        <p className={styles.words}>{t(`inspectors.rule.emptyGroup.${group.kind}`)}</p>
      )}
      {group.rules.map((rule, index) => {
        const number = index + 1;
        const place = `${path}.${keys.all[index] ?? index}`;
        return isGroup(rule) ? (
          <div key={keys.all[index]} role="group" aria-label={t('inspectors.rule.subgroup', { number })}>
            <GroupEditor
              group={asGroup(rule)}
              depth={depth + 1}
              path={place}
              onChange={(next, field) => change(index, next, field)}
              onRemove={() => remove(index)}
            />
          </div>
        ) : (
          <ConditionEditor
            key={keys.all[index]}
            name={t('inspectors.rule.condition', { number })}
            rule={rule}
            onChange={(next, typing) => change(index, next, typing ? place : undefined)}
            onRemove={() => remove(index)}
          />
        );
      })}
      <div data-add>
        <Menu
          small
          look="secondary"
          label={t('inspectors.rule.add')}
          items={[
            ...fresh.map(({ kind, rule }) => ({
              label: t(`inspectors.rule.addKind.${kind}`),
              disabled: rule === undefined,
              onSelect: () => rule && add(rule),
            })),
            {
              label: t('inspectors.rule.addKind.group'),
              disabled: depth >= DEEPEST,
              onSelect: () => add({ kind: 'any', rules: [] }),
            },
          ]}
        />
      </div>
      {depth >= DEEPEST && (
        <p className={styles.words}>
          <Icon of={TriangleAlert} size={12} /> {t('inspectors.rule.tooDeep', { deepest: DEEPEST })}
        </p>
      )}
    </div>
  );
}
