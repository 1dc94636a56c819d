import { useTranslation } from 'react-i18next';
import type { Piece, Rendered } from '../../../journey/content/render.ts';
import { classes } from '../../../ui/classes.ts';
import { Pieces } from './Pieces.tsx';
import styles from './preview.module.css';

const MARKED = ['value', 'default', 'coupon', 'later', 'gap'] as const satisfies readonly Piece['kind'][];

/** What the marks in the message mean, its coupon code, and where its links lead. */
export function PreviewNotes({ rendered }: { readonly rendered: Rendered }) {
  const { t } = useTranslation();
  const { subject, preheader, body, couponCode, links, stripped } = rendered;
  const kinds = new Set([...subject, ...preheader, ...body].map(({ kind }) => kind));
  const marked = MARKED.filter((kind) => kinds.has(kind));
  return (
    <>
      {stripped && <p className={styles.soft}>{t('content.preview.stripped')}</p>}
      {marked.length > 0 && (
        <ul className={styles.legend}>
          {marked.map((kind) => (
            <li key={kind}>
              <span className={classes(styles.sample, styles[kind])} aria-hidden="true">
                abc
              </span>
              {t(`content.preview.legend.${kind}`)}
            </li>
          ))}
        </ul>
      )}
      {couponCode.length > 0 && (
        <div className={styles.note}>
          <h3>{t('content.preview.couponCode')}</h3>
          <p dir="auto">
            <Pieces pieces={couponCode} />
          </p>
        </div>
      )}
      <div className={styles.note}>
        <h3>{t('content.preview.links')}</h3>
        {links.length === 0 ? (
          <p className={styles.soft}>{t('content.preview.noLinks')}</p>
        ) : (
          <ul aria-label={t('content.preview.links')} className={styles.links}>
            {links.map(({ shown, address }) => (
              <li key={shown}>
                <code dir="ltr">{address}</code>
              </li>
            ))}
          </ul>
        )}
      </div>
    </>
  );
}
