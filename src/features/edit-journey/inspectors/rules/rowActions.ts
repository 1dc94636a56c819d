import {
  ArrowDown,
  ArrowUp,
  CornerLeftUp,
  CornerRightDown,
  Group as GroupIcon,
  Replace,
  Ungroup,
} from 'lucide-react';
import type { MenuItem } from '../../../../ui/MenuItems.tsx';
import type { Translate } from '../../../../i18n/i18n.ts';
import { isGroup, type Group, type Rule } from '../../../../journey/rules.ts';
import { DEEPEST } from '../ruleShapes.ts';
import { depthOf, groupBeside, movedInto, negated, ungrouped, withRow, wrapped } from '../ruleTree.ts';

interface Place {
  readonly group: Group;
  readonly index: number;
  /** How many groups the row stands in. */
  readonly depth: number;
  readonly onMove: (by: number) => void;
  /** The group with `rows` rows where the row was. */
  readonly onReplace: (group: Group, rows: number) => void;
  /** Absent at the top: there is nothing to move out of. */
  readonly onMoveOut: (() => void) | undefined;
}

/** All that can be done to a row of a rule beside changing and removing it. */
export function rowActions(
  { group, index, depth, onMove, onReplace, onMoveOut }: Place,
  t: Translate,
): MenuItem[] {
  const rule = group.rules[index];
  if (!rule) return [];
  const beside = groupBeside(group, index);
  const fits = depth + 1 + depthOf(rule) <= DEEPEST;
  return [
    {
      label: t('inspectors.rule.act.up'),
      icon: ArrowUp,
      disabled: index === 0,
      onSelect: () => onMove(-1),
    },
    {
      label: t('inspectors.rule.act.down'),
      icon: ArrowDown,
      disabled: index === group.rules.length - 1,
      onSelect: () => onMove(1),
    },
    {
      label: t('inspectors.rule.act.into'),
      icon: CornerRightDown,
      disabled: beside === undefined || !fits,
      onSelect: () => beside !== undefined && onReplace(movedInto(group, index, beside), 0),
    },
    {
      label: t('inspectors.rule.act.out'),
      icon: CornerLeftUp,
      disabled: onMoveOut === undefined,
      onSelect: () => onMoveOut?.(),
    },
    {
      label: t('inspectors.rule.act.wrap'),
      icon: GroupIcon,
      ruled: true,
      disabled: !fits,
      onSelect: () => onReplace(wrapped(group, index), 1),
    },
    {
      label: t('inspectors.rule.act.ungroup'),
      icon: Ungroup,
      disabled: !isGroup(rule),
      onSelect: () => onReplace(ungrouped(group, index), rowsIn(rule)),
    },
    {
      label: t('inspectors.rule.act.negate'),
      icon: Replace,
      disabled: depth + depthOf(negated(rule)) > DEEPEST,
      onSelect: () => onReplace(withRow(group, index, negated(rule)), 1),
    },
  ];
}

const rowsIn = (rule: Rule): number => (isGroup(rule) ? rule.rules.length : 1);
