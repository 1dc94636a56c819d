import { useTranslation } from 'react-i18next';
import { TriangleAlert } from 'lucide-react';
import type { Piece } from '../../../journey/content/render.ts';
import { Icon } from '../../../ui/Icon.tsx';
import styles from './preview.module.css';

/** Text as one contact reads it, with what is not the author’s marked. Never markup: each piece is text. */
export function Pieces({ pieces }: { readonly pieces: readonly Piece[] }) {
  return pieces.map((piece, at) => <OnePiece key={at} piece={piece} />);
}

function OnePiece({ piece: { kind, text, name = '' } }: { readonly piece: Piece }) {
  const { t } = useTranslation();
  switch (kind) {
    case 'text':
      return text;
    case 'value':
    case 'default':
      return (
        <bdi className={styles[kind]} title={t(`content.preview.${kind}`, { name })}>
          {text}
        </bdi>
      );
    case 'coupon':
      return <bdi className={styles.coupon}>{text}</bdi>;
    case 'later':
      return <bdi className={styles.later}>{t('content.preview.later', { name })}</bdi>;
    case 'gap':
      return (
        <mark className={styles.gap}>
          <Icon of={TriangleAlert} size={12} />
          <bdi>{t('content.preview.gap', { name })}</bdi>
        </mark>
      );
  }
}
