import { useId, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Ellipsis, Trash2 } from 'lucide-react';
import { DraftPart } from '../../../../ui/DraftPart.tsx';
import { IconButton } from '../../../../ui/IconButton.tsx';
import { Menu } from '../../../../ui/Menu.tsx';
import type { MenuItem } from '../../../../ui/MenuItems.tsx';
import { Select } from '../../../../ui/Select.tsx';
import { isGroup, type Group, type Rule } from '../../../../journey/rules.ts';
import { RuleShare } from '../counts/RuleShare.tsx';
import { useRowKeys } from '../../../../forms/RowList.tsx';
import { useRefocus } from '../../../../forms/useRefocus.ts';
import { DEEPEST } from '../ruleShapes.ts';
import { movedOut, movedRow, withoutRow, withRow } from '../ruleTree.ts';
import { useUsefulColumn } from '../useSurroundings.ts';
import { ConditionEditor } from './ConditionEditor.tsx';
import { newConditions } from './newConditions.ts';
import { rowActions } from './rowActions.ts';
import styles from './rules.module.css';

interface GroupEditorProps {
  readonly group: Group;
  /** 1: the outermost. */
  readonly depth: number;
  /** Before the number of a row, so that each row of the rule has a name of its own: “1.” for 1.1, 1.2. */
  readonly numbered?: string;
  /** Tells what is being typed into. */
  readonly field: string;
  /** Where the rule of a row stands in the document. */
  readonly pathOf: (index: number) => string;
  readonly onChange: (rule: Rule, field?: string) => void;
  /** Moves a row out of this group; absent at the top. */
  readonly onMoveOut?: (index: number) => void;
  /** What can be done to the group as a row of another. */
  readonly tools?: ReactNode;
}

const GROUP_KINDS = ['all', 'any', 'none'] as const;

/** "Match all of these", the conditions, and a way to add more. Groups may stand inside groups. */
export function GroupEditor(props: GroupEditorProps) {
  const { group, depth, numbered = '', field, pathOf, onChange, onMoveOut, tools } = props;
  const { t } = useTranslation();
  const keys = useRowKeys(group.rules.length);
  const hold = useRefocus();
  const list = useRef<HTMLDivElement>(null);

  const change = (index: number, rule: Rule, typed?: string) => onChange(withRow(group, index, rule), typed);
  const remove = (index: number) => {
    keys.remove(index);
    onChange(withoutRow(group, index));
    list.current?.querySelector<HTMLElement>(':scope > [data-add] button')?.focus();
  };
  const moveOut = (index: number) => {
    keys.remove(index);
    onMoveOut?.(index);
  };
  const takeOut = (place: number, index: number) => {
    keys.replace(place + 1, 0, 1);
    onChange(movedOut(group, place, index));
  };
  const actionsAt = (index: number) =>
    rowActions(
      {
        group,
        index,
        depth,
        onMove: (by) => {
          hold();
          keys.move(index, by);
          onChange(movedRow(group, index, by));
        },
        onReplace: (next, rows) => {
          if (rows !== 1) keys.replace(index, 1, rows);
          onChange(next);
        },
        onMoveOut: onMoveOut && (() => moveOut(index)),
      },
      t,
    );

  return (
    <div ref={list} className={depth > 1 ? styles.subgroup : styles.group}>
      <MatchLine group={group} tools={tools} onChange={onChange} />
      {depth > 1 && <RuleShare rule={group} />}
      {group.rules.length === 0 && (
        <p className={styles.words}>{t(`inspectors.rule.emptyGroup.${group.kind}`)}</p>
      )}
      {group.rules.map((rule, index) => {
        const key = keys.all[index] ?? index;
        const place = `${field}.${key}`;
        const number = `${numbered}${index + 1}`;
        const row = { actions: actionsAt(index), onRemove: () => remove(index) };
        if (!isGroup(rule)) {
          const name = t('inspectors.rule.condition', { number });
          return (
            <DraftPart key={key} name={`${index}`}>
              <ConditionEditor
                name={name}
                path={pathOf(index)}
                rule={rule}
                onChange={(next, typing) => change(index, next, typing ? place : undefined)}
                tools={<RowTools what={name} {...row} />}
              />
            </DraftPart>
          );
        }
        const name = t('inspectors.rule.subgroup', { number });
        return (
          <div key={key} role="group" aria-label={name}>
            <DraftPart name={`${index}`}>
              <GroupEditor
                group={rule}
                depth={depth + 1}
                numbered={`${number}.`}
                field={place}
                pathOf={(inner) => `${pathOf(index)}.rules.${inner}`}
                onChange={(next, typed) => change(index, next, typed)}
                onMoveOut={(inner) => takeOut(index, inner)}
                tools={<RowTools what={name} {...row} />}
              />
            </DraftPart>
          </div>
        );
      })}
      <AddMenu depth={depth} onAdd={(rule) => onChange({ ...group, rules: [...group.rules, rule] })} />
    </div>
  );
}

interface MatchLineProps {
  readonly group: Group;
  readonly tools: ReactNode;
  readonly onChange: (rule: Group) => void;
}

function MatchLine({ group, tools, onChange }: MatchLineProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className={styles.match}>
      <label htmlFor={id}>{t('inspectors.rule.group')}</label>
      <Select
        id={id}
        value={group.kind}
        options={GROUP_KINDS.map((kind) => ({ value: kind, label: t(`inspectors.rule.groupOf.${kind}`) }))}
        onChange={(kind) => onChange({ ...group, kind })}
      />
      {tools}
    </div>
  );
}

interface RowToolsProps {
  readonly what: string;
  readonly actions: readonly MenuItem[];
  readonly onRemove: () => void;
}

function RowTools({ what, actions, onRemove }: RowToolsProps) {
  const { t } = useTranslation();
  return (
    <span className={styles.tools}>
      <Menu
        small
        iconOnly
        icon={Ellipsis}
        align="end"
        label={t('inspectors.rule.act.menu', { what })}
        items={actions}
      />
      <IconButton small icon={Trash2} label={t('inspectors.list.remove', { what })} onClick={onRemove} />
    </span>
  );
}

function AddMenu({ depth, onAdd }: { readonly depth: number; readonly onAdd: (rule: Rule) => void }) {
  const { t } = useTranslation();
  const column = useUsefulColumn();
  return (
    <div data-add>
      <Menu
        small
        look="secondary"
        label={t('inspectors.rule.add')}
        items={[
          ...newConditions(column).map(({ kind, rule }) => ({
            label: t(`inspectors.rule.addKind.${kind}`),
            disabled: rule === undefined,
            onSelect: () => rule && onAdd(rule),
          })),
          {
            label: t('inspectors.rule.addKind.group'),
            disabled: depth >= DEEPEST,
            ...(depth >= DEEPEST ? { help: t('inspectors.rule.tooDeep', { deepest: DEEPEST }) } : {}),
            onSelect: () => onAdd({ kind: 'any', rules: [] }),
          },
        ]}
      />
    </div>
  );
}
