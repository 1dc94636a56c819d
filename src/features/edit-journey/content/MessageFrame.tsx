import { useTranslation } from 'react-i18next';
import type { Channel } from '../../../journey/channels.ts';
import type { Piece, Rendered } from '../../../journey/content/render.ts';
import { classes } from '../../../ui/classes.ts';
import { Pieces } from './Pieces.tsx';
import styles from './preview.module.css';

type Look = 'mail' | 'bubble' | 'notification' | 'plain';

const LOOKS: Readonly<Partial<Record<Channel, Look>>> = {
  email: 'mail',
  sms: 'bubble',
  whatsapp: 'bubble',
  push: 'notification',
  'web-push': 'notification',
  'in-app': 'notification',
};

interface MessageFrameProps {
  readonly rendered: Rendered;
  readonly channel: Channel;
  readonly label: string;
}

/** A message in the surroundings that its channel gives it. */
export function MessageFrame({ rendered, channel, label }: MessageFrameProps) {
  const { t } = useTranslation();
  const look = LOOKS[channel] ?? 'plain';
  const { subject, preheader, body } = rendered;
  return (
    <div role="group" aria-label={label} className={classes(styles.frame, styles[look])}>
      {(look === 'mail' || look === 'notification') && (
        <p className={styles.from}>
          <span>{t('content.preview.from')}</span>
          {look === 'notification' && <span>{t('content.preview.now')}</span>}
        </p>
      )}
      {subject.length > 0 ? (
        <Line className={styles.subject} pieces={subject} />
      ) : (
        look === 'mail' && <p className={styles.nothing}>{t('content.preview.noSubject')}</p>
      )}
      {preheader.length > 0 && <Line className={styles.preheader} pieces={preheader} />}
      {body.length > 0 ? (
        <Line className={styles.body} pieces={body} />
      ) : (
        <p className={styles.nothing}>{t('content.preview.empty')}</p>
      )}
    </div>
  );
}

interface LineProps {
  readonly className: string | undefined;
  readonly pieces: readonly Piece[];
}

function Line({ className, pieces }: LineProps) {
  return (
    <div dir="auto" className={className}>
      <Pieces pieces={pieces} />
    </div>
  );
}
