import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Braces } from 'lucide-react';
import { COUPON } from '../../../journey/content/placeholders.ts';
import type { Translate } from '../../../i18n/i18n.ts';
import { Button } from '../../../ui/Button.tsx';
import { PopList } from '../../../ui/PopList.tsx';
import type { SearchItem } from '../../../ui/SearchList.tsx';
import type { SchemaColumn } from '../inspectors/ruleShapes.ts';
import { useColumns } from '../inspectors/useSurroundings.ts';

interface InsertFieldProps {
  /** The label of the box that it goes into. */
  readonly box: string;
  readonly className?: string | undefined;
  readonly onPick: (column: string) => void;
}

const VALUES_SHOWN = 3;
const LONGEST_EXAMPLE = 60;

/** A searchable list of what is known of contacts, for the place of the caret. */
export function InsertField({ box, className, onPick }: InsertFieldProps) {
  const { t } = useTranslation();
  const columns = useColumns();
  const anchor = useRef<HTMLSpanElement>(null);
  const [at, setAt] = useState<HTMLElement | null>(null);
  const find = (text: string) => {
    const sought = text.trim().toLowerCase();
    return itemsOf(columns, t).filter(({ label }) => label.toLowerCase().includes(sought));
  };
  return (
    <span ref={anchor} className={className}>
      <Button
        small
        look="quiet"
        icon={Braces}
        aria-haspopup="dialog"
        aria-expanded={at !== null}
        aria-label={t('content.insert.into', { box })}
        onClick={() => setAt(at ? null : anchor.current)}
      >
        {t('content.insert.open')}
      </Button>
      {at && (
        <PopList
          anchor={at}
          label={t('content.insert.list')}
          placeholder={t('content.insert.search')}
          find={find}
          none={(text) => t('content.insert.none', { text })}
          onPick={({ key }) => {
            setAt(null);
            onPick(key);
          }}
          onClose={() => setAt(null)}
        />
      )}
    </span>
  );
}

function itemsOf(columns: readonly SchemaColumn[], t: Translate): readonly SearchItem[] {
  const named = columns.map((column) => ({
    key: column.name,
    label: column.name,
    meaning: meaningOf(column, t),
    group: t('content.insert.columns'),
  }));
  const own = {
    key: COUPON,
    label: COUPON,
    meaning: t('content.insert.coupon'),
    group: t('content.insert.message'),
  };
  return [...named.filter(({ key }) => key !== COUPON), own];
}

function meaningOf({ type, values = [] }: SchemaColumn, t: Translate): string {
  if (values.length === 0) return t(`content.insert.typed.${type}`);
  const examples = values.slice(0, VALUES_SHOWN).join(', ').slice(0, LONGEST_EXAMPLE);
  return t('content.insert.example', { values: examples });
}
