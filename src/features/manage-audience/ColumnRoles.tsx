import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button.tsx';
import { Select, type Option } from '../../ui/Select.tsx';
import { useFormat } from '../../i18n/useFormat.ts';
import type { Translate } from '../../i18n/i18n.ts';
import type { Audience, AudienceColumn, Role, Roles } from '../../audience/audience.ts';
import { examplesOf } from './examples.ts';
import { columnOf, rolesFor, withRole } from './roles.ts';
import { roleInWords } from './roleInWords.ts';
import styles from './audience.module.css';

interface ColumnRolesProps {
  readonly audience: Audience;
  readonly roles: Roles;
  readonly onChange: (roles: Roles) => void;
}

/** A file may have two thousand columns; this many are shown until the rest is asked for. */
const SHOWN_FIRST = 60;
const NO_ROLE = 'none';

/** Every column with its type, some of its values and what it is for. */
export function ColumnRoles({ audience, roles, onChange }: ColumnRolesProps) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  /** The last role that moved: said beside the column that took it and beside the one that lost it. */
  const [taken, setTaken] = useState<Taken>();
  const columns = all ? audience.columns : audience.columns.slice(0, SHOWN_FIRST);
  const choose = (column: string, role: Role | undefined) => {
    const from = role && columnOf(roles, role);
    setTaken(role && from && from !== column ? { role, by: column, from } : undefined);
    onChange(withRole(roles, column, role));
  };
  return (
    <>
      <ul className={styles.columns}>
        {columns.map((column) => (
          <ColumnRole
            key={column.name}
            column={column}
            role={roles[column.name]}
            guessed={roles[column.name] !== undefined && roles[column.name] === audience.roles[column.name]}
            taken={taken}
            onChoose={(role) => choose(column.name, role)}
          />
        ))}
      </ul>
      {columns.length < audience.columns.length && (
        <Button onClick={() => setAll(true)}>
          {t('manageAudience.check.showAll', { count: audience.columns.length })}
        </Button>
      )}
    </>
  );
}

interface Taken {
  readonly role: Role;
  readonly by: string;
  readonly from: string;
}

interface ColumnRoleProps {
  readonly column: AudienceColumn;
  readonly role: Role | undefined;
  readonly guessed: boolean;
  readonly taken: Taken | undefined;
  readonly onChoose: (role: Role | undefined) => void;
}

function ColumnRole({ column, role, guessed, taken, onChoose }: ColumnRoleProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { name, data } = column;
  const examples = examplesOf(data, {
    format,
    yes: t('manageAudience.check.yes'),
    no: t('manageAudience.check.no'),
  });
  const fitting = rolesFor(data.type);
  const offered = role && !fitting.includes(role) ? [role, ...fitting] : fitting;
  return (
    <li className={styles.column}>
      <div className={styles.grow}>
        <div className={styles.columnName}>
          {name} <span className={styles.type}>{t(`manageAudience.check.typeOf.${data.type}`)}</span>
        </div>
        <p className={styles.soft}>
          {examples.length === 0 ? t('manageAudience.check.noExamples') : examples.join(' · ')}
        </p>
        {taken?.by === name && (
          <p role="status" className={styles.moved}>
            {t('manageAudience.check.taken', { role: roleInWords(taken.role, t), column: taken.from })}
          </p>
        )}
        {taken?.from === name && role === undefined && (
          <p className={styles.moved}>
            {t('manageAudience.check.lost', { role: roleInWords(taken.role, t), column: taken.by })}
          </p>
        )}
      </div>
      <div className={styles.role}>
        <Select<string>
          aria-label={t('manageAudience.check.roleOf', { column: name })}
          value={role ?? NO_ROLE}
          options={optionsOf(offered, t)}
          onChange={(chosen) => onChoose(offered.find((one) => one === chosen))}
        />
        {guessed && <span className={styles.guessed}>{t('manageAudience.check.guessed')}</span>}
      </div>
    </li>
  );
}

function optionsOf(roles: readonly Role[], t: Translate): readonly Option<string>[] {
  const groupOf = (role: Role) =>
    t(
      role.startsWith('consent:')
        ? 'manageAudience.role.groups.consent'
        : role.startsWith('address:')
          ? 'manageAudience.role.groups.address'
          : 'manageAudience.role.groups.general',
    );
  return [
    { value: NO_ROLE, label: t('manageAudience.role.none') },
    ...roles.map((role) => ({ value: role, label: roleInWords(role, t), group: groupOf(role) })),
  ];
}
