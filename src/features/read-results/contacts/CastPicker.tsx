import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Shuffle } from 'lucide-react';
import type { Ending } from '../../../analytics/stories/ending.ts';
import type { Playback } from '../../../analytics/playback.ts';
import { playing, STORY_ROLES, type StoryRole } from '../../../analytics/stories/roles.ts';
import { useFormat } from '../../../i18n/useFormat.ts';
import type { SimulationRequest } from '../../../state/ports.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Select } from '../../../ui/Select.tsx';
import { endingWords } from './endingWords.ts';
import { FindContact } from './FindContact.tsx';
import type { Cast } from './useCast.ts';
import styles from './contacts.module.css';

interface CastPickerProps {
  readonly request: SimulationRequest;
  readonly cast: Cast;
  /** The run is being made anew. */
  readonly pending: boolean;
  readonly chosen: number | undefined;
  /** Of the audience. */
  readonly rows: number;
  /** Numbers from 0. */
  readonly onChoose: (number: number) => void;
}

/** Whom to read about: by what happened to them, or by who they are. */
export function CastPicker(props: CastPickerProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { cast, request, pending, rows, onChoose } = props;
  return (
    <section className={styles.picker} aria-label={t('contacts.title')}>
      <FindContact request={request} rows={rows} onChoose={onChoose} />
      {cast.kind === 'ready' ? (
        <Ready {...props} playback={cast.playback} endings={cast.endings} />
      ) : (
        <p role="status" className={styles.soft}>
          {cast.kind === 'starting' &&
            (pending
              ? t('contacts.waits')
              : t('contacts.starting', { contacts: format.number(Math.min(request.contacts, rows)) }))}
          {cast.kind === 'blocked' && t('contacts.blocked', { problem: cast.problem })}
          {cast.kind === 'failed' && t('contacts.failed', { words: cast.words })}
        </p>
      )}
    </section>
  );
}

/** More than this nobody reads. */
const MOST_SHOWN = 30;

interface ReadyProps extends CastPickerProps {
  readonly playback: Playback;
  readonly endings: readonly Ending[];
}

function Ready({ request, chosen, playback, endings, onChoose }: ReadyProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [role, setRole] = useState<StoryRole>('messaged');
  const found = useMemo(() => playing(endings, role), [endings, role]);
  const { journey } = request;
  const { minorDigits } = playback;
  const contacts = format.number(playback.people.length);
  return (
    <>
      <Button icon={Shuffle} onClick={() => onChoose(anybodyOf(playback, endings))}>
        {t('contacts.random')}
      </Button>
      <Field label={t('contacts.role')} help={t(`contacts.roleMeaning.${role}`)}>
        <Select
          value={role}
          options={STORY_ROLES.map((value) => ({ value, label: t(`contacts.roles.${value}`) }))}
          onChange={setRole}
        />
      </Field>
      {found.length === 0 && <p className={styles.soft}>{t('contacts.nobody')}</p>}
      <ul className={styles.people}>
        {found.slice(0, MOST_SHOWN).map((ending) => {
          const number = playback.people[ending.place] ?? 0;
          return (
            <li key={number}>
              <button
                type="button"
                aria-current={number === chosen ? 'true' : undefined}
                className={styles.person}
                onClick={() => onChoose(number)}
              >
                <span className={styles.name}>
                  {t('contacts.contact', { number: format.number(number + 1) })}
                </span>
                <span className={styles.soft}>
                  {endingWords(ending, { t, format, journey, minorDigits })}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      <p className={styles.soft}>
        {found.length > MOST_SHOWN && `${t('contacts.more', { count: MOST_SHOWN })} `}
        {t(playback.approximate ? 'contacts.aboutShared' : 'contacts.about', { contacts })}
      </p>
    </>
  );
}

/** Of those to whom something happens. Which one is no part of any result, so the browser’s own chance will do. */
function anybodyOf(playback: Playback, endings: readonly Ending[]): number {
  const inside = endings.filter(({ entered }) => entered);
  const among = inside.length > 0 ? inside : endings;
  const [word = 0] = crypto.getRandomValues(new Uint32Array(1));
  return playback.people[among[word % Math.max(1, among.length)]?.place ?? 0] ?? 0;
}
