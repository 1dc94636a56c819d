import { useTranslation } from 'react-i18next';
import { Plus, Trash2 } from 'lucide-react';
import { useFormat } from '../../../i18n/useFormat.ts';
import { MOST_VARIANTS, type Content, type Variant } from '../../../journey/steps/message.ts';
import { variantShares } from '../../../journey/content/variants.ts';
import { Button } from '../../../ui/Button.tsx';
import { requiredText } from '../../../ui/complaints.ts';
import { Field } from '../../../ui/Field.tsx';
import { NumberInput } from '../../../ui/NumberInput.tsx';
import { CheckedInput } from '../../../forms/CheckedInput.tsx';
import { ChoiceField } from '../../../forms/ChoiceField.tsx';
import { Section } from '../../../forms/Section.tsx';
import { put } from '../../../forms/optional.ts';
import { freeLetter, withoutVariant, withVariantChanged } from './contentEdits.ts';
import styles from './content.module.css';

interface WordingFieldsProps {
  readonly content: Content;
  /** Undefined: the original. */
  readonly chosen: Variant | undefined;
  readonly onChoose: (id: string | undefined) => void;
  readonly onChange: (content: Content, field?: string) => void;
}

const ORIGINAL = '';

/** Which wording is edited, and what there is beside the original. */
export function WordingFields({ content, chosen, onChoose, onChange }: WordingFieldsProps) {
  const { t } = useTranslation();
  const { rate } = useFormat();
  const variants = content.variants ?? [];
  const shares = variantShares(variants);
  const isFull = variants.length >= MOST_VARIANTS;
  const add = () => {
    const letter = freeLetter(content);
    const name = t('content.variant.fresh', { letter: letter.toUpperCase() });
    onChange({ ...content, variants: [...variants, { id: letter, name }] });
    onChoose(letter);
  };
  const nameOf = (id: string) => {
    const at = variants.findIndex((variant) => variant.id === id);
    const name = variants[at]?.name ?? t('content.variant.original');
    return t('content.variant.named', { name, share: rate(shares[at + 1] ?? 0) });
  };
  return (
    <Section
      title={t('content.variant.title')}
      hint={t(variants.length === 0 ? 'content.variant.none' : 'content.variant.hint')}
    >
      {variants.length > 0 && (
        <ChoiceField
          label={t('content.variant.choose')}
          value={chosen?.id ?? ORIGINAL}
          values={[ORIGINAL, ...variants.map(({ id }) => id)]}
          words={nameOf}
          onChange={(id) => onChoose(id === ORIGINAL ? undefined : id)}
        />
      )}
      {chosen && (
        <OneVariant
          key={chosen.id}
          variant={chosen}
          share={shares[variants.indexOf(chosen) + 1] ?? 0}
          isOver={variants.reduce((sum, { share = 0 }) => sum + share, 0) > 100}
          onChange={(next, field) =>
            onChange(withVariantChanged(content, next), field && `variants.${next.id}.${field}`)
          }
          onRemove={() => {
            onChange(withoutVariant(content, chosen.id));
            onChoose(undefined);
          }}
        />
      )}
      <div>
        <Button small icon={Plus} disabled={isFull} onClick={add}>
          {t('content.variant.add')}
        </Button>
        {isFull && <p className={styles.hint}>{t('content.variant.full', { max: MOST_VARIANTS })}</p>}
      </div>
    </Section>
  );
}

interface OneVariantProps {
  readonly variant: Variant;
  /** From 0 to 1, in force. */
  readonly share: number;
  readonly isOver: boolean;
  readonly onChange: (variant: Variant, field?: string) => void;
  readonly onRemove: () => void;
}

function OneVariant({ variant, share, isOver, onChange, onRemove }: OneVariantProps) {
  const { t } = useTranslation();
  const inForce = String(Math.round(share * 1000) / 10);
  return (
    <>
      <CheckedInput
        label={t('content.variant.name')}
        value={variant.name}
        complain={requiredText(t, t('content.variant.nameMissing'))}
        onChange={(name) => onChange({ ...variant, name }, 'name')}
      />
      <Field
        label={t('content.variant.share')}
        help={t(isOver ? 'content.variant.over' : 'content.variant.shareHint')}
      >
        <NumberInput
          unit="%"
          min={0}
          max={100}
          value={variant.share}
          placeholder={inForce}
          onChange={(next) => onChange({ ...variant, share: next }, 'share')}
          onEmpty={() => onChange(put(variant, 'share', undefined), 'share')}
        />
      </Field>
      <p className={styles.hint}>{t('content.variant.asOriginal')}</p>
      <div>
        <Button small icon={Trash2} onClick={onRemove}>
          {t('content.variant.remove')}
        </Button>
      </div>
    </>
  );
}
