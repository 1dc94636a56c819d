import { useTranslation } from 'react-i18next';
import { isId } from '../journey/ids.ts';
import { CheckedInput } from './CheckedInput.tsx';

interface TagsFieldProps {
  readonly value: readonly string[] | undefined;
  /** At least one. */
  readonly needed?: boolean;
  readonly help?: string;
  readonly onChange: (tags: readonly string[] | undefined) => void;
}

/** The document takes no more on one step. */
const MOST_TAGS = 20;
const LONGEST_SHOWN = 40;

/** Words between commas. Frequency caps may be about messages with a tag. */
export function TagsField({ value, needed = false, help, onChange }: TagsFieldProps) {
  const { t } = useTranslation();
  const complain = (text: string): string | undefined => {
    const tags = tagsIn(text);
    if (needed && tags.length === 0) return t('inspectors.tags.needed');
    const odd = tags.find((tag) => !isId(tag));
    if (odd !== undefined) return t('inspectors.tags.odd', { tag: odd.slice(0, LONGEST_SHOWN) });
    return tags.length > MOST_TAGS
      ? t('inspectors.tags.tooMany', { max: MOST_TAGS, count: tags.length })
      : undefined;
  };
  return (
    <CheckedInput
      label={t('inspectors.tags.label')}
      help={help ?? t('inspectors.tags.help')}
      value={(value ?? []).join(', ')}
      complain={complain}
      onChange={(text) => {
        const tags = tagsIn(text);
        onChange(tags.length === 0 ? undefined : tags);
      }}
    />
  );
}

function tagsIn(text: string): readonly string[] {
  const tags = text.split(',').map((tag) => tag.trim());
  return [...new Set(tags.filter((tag) => tag !== ''))];
}
