import { useTranslation } from 'react-i18next';
import { render } from '../../../journey/content/render.ts';
import type { Channel } from '../../../journey/channels.ts';
import type { Content } from '../../../journey/steps/message.ts';
import { BUILT_IN_UTM, utmDefaults, UTM_PARTS, utmKey } from '../../../journey/utm.ts';
import { Button } from '../../../ui/Button.tsx';
import { shortText } from '../../../ui/complaints.ts';
import { CheckedInput } from '../../../forms/CheckedInput.tsx';
import { FieldProblem } from '../inspectors/fields/FieldProblem.tsx';
import { Fold } from '../../../forms/Section.tsx';
import { put } from '../../../forms/optional.ts';
import { useJourney } from '../inspectors/useSurroundings.ts';
import type { SendPlace } from '../inspectors/send/sendForm.ts';
import { withUtm } from './contentEdits.ts';
import { useFilledContent } from './useFilledContent.ts';
import { useUtmDefaults } from './useUtmDefaults.ts';
import styles from './content.module.css';

interface UtmFieldsProps {
  readonly content: Content;
  readonly channel: Channel | 'preferred';
  readonly place: SendPlace;
  readonly onChange: (content: Content, field?: string) => void;
}

/** The tags of a message’s links, with the workspace’s defaults at hand and the link that comes of them. */
export function UtmFields({ content, channel, place, onChange }: UtmFieldsProps) {
  const { t } = useTranslation();
  const kept = useUtmDefaults();
  const journey = useJourney();
  const step = journey?.steps[place.step];
  const defaults =
    journey && step ? utmDefaults(journey, { id: place.step, name: step.name }, channel, kept.defaults) : {};
  const short = shortText(t);
  const filled = useFilledContent(content, channel, place);
  const utm = content.utm ?? {};
  const isFull = Object.keys(defaults).every((key) => utm[key] !== undefined);
  return (
    <>
      <p className={styles.hint}>{t('content.links.hint')}</p>
      <div className={styles.pair}>
        {UTM_PARTS.map((part) => (
          <CheckedInput
            key={part}
            label={t(`inspectors.message.utm.${part}`)}
            complain={short}
            placeholder={defaults[utmKey(part)]}
            value={utm[utmKey(part)] ?? ''}
            onChange={(text) => onChange(withUtm(content, part, text), `utm.${part}`)}
          />
        ))}
      </div>
      <FieldProblem path={`${place.path}.content.utm`} />
      <div>
        <Button
          small
          disabled={isFull}
          onClick={() => onChange(put(content, 'utm', { ...defaults, ...utm }))}
        >
          {t('content.links.use')}
        </Button>
      </div>
      <ResultingLink content={filled} channel={channel} />
      <Fold title={t('content.links.defaults')}>
        <p className={styles.hint}>
          {t('content.links.defaultsHint', {
            journey: '{{journey}}',
            step: '{{step}}',
            channel: '{{channel}}',
          })}
        </p>
        <div className={styles.pair}>
          {UTM_PARTS.map((part) => (
            <CheckedInput
              key={part}
              label={t(`inspectors.message.utm.${part}`)}
              complain={short}
              placeholder={BUILT_IN_UTM[part]}
              value={kept.defaults[part] ?? ''}
              onChange={(text) => kept.set(part, text)}
            />
          ))}
        </div>
      </Fold>
    </>
  );
}

/** The first link of the text, or an example. */
function ResultingLink({ content, channel }: Pick<UtmFieldsProps, 'content' | 'channel'>) {
  const { t } = useTranslation();
  const linkOf = (shown: Content) => render(shown, {}, channel).links[0]?.address;
  const address = linkOf(content) ?? linkOf({ ...content, body: t('content.links.example') });
  return (
    <p className={styles.result}>
      <span>{t('content.links.result')}</span>
      <code dir="ltr">{address}</code>
    </p>
  );
}
