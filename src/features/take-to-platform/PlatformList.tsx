import { useTranslation } from 'react-i18next';
import type { PlatformChoice } from '../../state/exchangePort.ts';
import { Field } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';
import { NARROW, useMedia } from '../../ui/useMedia.ts';
import styles from './take.module.css';

interface PlatformListProps {
  readonly platforms: readonly PlatformChoice[];
  /** Undefined: none yet. */
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
}

/** Which platform: a list with how far each was checked; where there is no room, one field. */
export function PlatformList({ platforms, chosen, onChoose }: PlatformListProps) {
  const { t } = useTranslation();
  const narrow = useMedia(NARROW);
  const groups = [
    { title: t('takeToPlatform.files'), members: platforms.filter(({ checked }) => checked !== 'manual') },
    { title: t('takeToPlatform.byHand'), members: platforms.filter(({ checked }) => checked === 'manual') },
  ];
  if (narrow)
    return (
      <Field label={t('takeToPlatform.platform')}>
        <Select
          value={chosen ?? ''}
          options={[
            ...(chosen === undefined ? [{ value: '', label: t('takeToPlatform.none'), disabled: true }] : []),
            ...groups.flatMap(({ title, members }) =>
              members.map(({ id, name }) => ({ value: id, label: name, group: title })),
            ),
          ]}
          onChange={onChoose}
        />
      </Field>
    );
  return (
    <div role="radiogroup" aria-label={t('takeToPlatform.platforms')} className={styles.list}>
      {groups.map((group) => (
        <PlatformGroup key={group.title} {...group} chosen={chosen} onChoose={onChoose} />
      ))}
    </div>
  );
}

interface PlatformGroupProps {
  readonly title: string;
  readonly members: readonly PlatformChoice[];
  /** Undefined: none yet. */
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
}

function PlatformGroup({ title, members, chosen, onChoose }: PlatformGroupProps) {
  const { t } = useTranslation();
  if (members.length === 0) return null;
  return (
    <>
      <p className={styles.group}>{title}</p>
      {members.map((member) => (
        <label key={member.id} className={styles.choice}>
          <input
            type="radio"
            name="platform"
            className="visually-hidden"
            checked={member.id === chosen}
            onChange={() => onChoose(member.id)}
          />
          <span className={styles.choiceName}>{member.name}</span>
          <span className={styles.soft}>{t(`takeToPlatform.checked.${member.checked}`)}</span>
        </label>
      ))}
    </>
  );
}
