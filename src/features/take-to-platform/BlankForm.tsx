import { useTranslation } from 'react-i18next';
import type { Blank } from '../../journey/portability.ts';
import { Field } from '../../ui/Field.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import type { Answers } from './useAnswers.ts';
import styles from './take.module.css';

interface BlankFormProps {
  readonly blanks: readonly Blank[];
  readonly answers: Answers;
}

/** What only somebody's account knows, to be filled in: what holds for all journeys first. */
export function BlankForm({ blanks, answers }: BlankFormProps) {
  const { t } = useTranslation();
  if (blanks.length === 0) return null;
  const needed = blanks.filter(({ optional }) => !optional);
  const left = needed.filter(({ filled }) => !filled).length;
  const parts = [
    {
      title: t('takeToPlatform.blanks.account'),
      members: needed.filter(({ scope }) => scope === 'workspace'),
    },
    { title: t('takeToPlatform.blanks.journey'), members: needed.filter(({ scope }) => scope === 'journey') },
    { title: t('takeToPlatform.blanks.optional'), members: blanks.filter(({ optional }) => optional) },
  ].filter(({ members }) => members.length > 0);
  return (
    <section className={styles.section}>
      <div className={styles.sectionHead}>
        <h3>{t('takeToPlatform.blanks.title')}</h3>
        <span className={styles.soft} role="status">
          {left > 0 ? t('takeToPlatform.blanks.left', { count: left }) : t('takeToPlatform.blanks.done')}
        </span>
      </div>
      <p className={styles.soft}>{t('takeToPlatform.blanks.help')}</p>
      {answers.failed !== undefined && (
        <p role="alert" className={styles.bad}>
          {t('takeToPlatform.blanks.notKept', { words: answers.failed })}
        </p>
      )}
      {parts.map(({ title, members }) => (
        <fieldset key={title} className={styles.blanks}>
          <legend>{title}</legend>
          {members.map((blank) => (
            <BlankField key={blank.id} blank={blank} answers={answers} />
          ))}
        </fieldset>
      ))}
    </section>
  );
}

function BlankField({ blank, answers }: { readonly blank: Blank; readonly answers: Answers }) {
  const { t } = useTranslation();
  const text = answers.all[blank.id] ?? '';
  const typed = text.trim();
  // What was typed and is not used does not have the form.
  const misfit = typed !== '' && blank.value !== typed;
  const help =
    typed !== '' && !misfit
      ? undefined
      : t(
          blank.filled && !blank.optional
            ? 'takeToPlatform.blanks.from'
            : 'takeToPlatform.blanks.placeholder',
          {
            value: blank.value,
          },
        );
  return (
    <Field
      label={blank.what}
      help={help}
      error={misfit ? t(`takeToPlatform.blanks.misfit.${blank.form}`) : undefined}
    >
      {blank.form === 'choice' ? (
        <Choice blank={blank} chosen={typed} onChoose={(next) => answers.answer(blank, next)} />
      ) : (
        <TextInput
          value={text}
          inputMode={INPUT_MODES[blank.form]}
          spellCheck={false}
          maxLength={500}
          onChange={(next) => answers.answer(blank, next)}
        />
      )}
    </Field>
  );
}

/** Which keyboard a telephone shows. */
const INPUT_MODES = {
  text: 'text',
  uuid: 'text',
  code: 'text',
  wholeNumber: 'numeric',
  email: 'email',
  url: 'url',
} as const;

interface ChoiceProps {
  readonly blank: Blank;
  readonly chosen: string;
  /** With an empty text: nothing is chosen any more. */
  readonly onChoose: (option: string) => void;
}

function Choice({ blank: { options = [] }, chosen, onChoose }: ChoiceProps) {
  const { t } = useTranslation();
  return (
    <Select
      value={options.includes(chosen) ? chosen : ''}
      options={[
        { value: '', label: t('takeToPlatform.blanks.notChosen') },
        ...options.map((option) => ({ value: option, label: option })),
      ]}
      onChange={onChoose}
    />
  );
}
