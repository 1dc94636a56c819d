import type { ReactNode } from 'react';
import { useDraft } from '../ui/drafts.ts';
import { Field } from '../ui/Field.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { useTranslation } from 'react-i18next';
import { LONGEST_TEXT, shortText } from '../ui/complaints.ts';

interface CheckedAreaProps {
  readonly label: string;
  readonly help?: ReactNode;
  readonly rows: number;
  readonly value: string;
  readonly onChange: (text: string) => void;
}

/** Lines of text up to what the document takes; longer text stays in the box, with the reason why it is not taken. */
export function CheckedArea({ label, help, rows, value, onChange }: CheckedAreaProps) {
  const { t } = useTranslation();
  const complain = shortText(t, LONGEST_TEXT);
  const [refused, setRefused] = useDraft(label, value, (text) => complain(text) !== undefined);
  return (
    <Field label={label} help={help} error={refused === undefined ? undefined : complain(refused)}>
      <TextArea
        rows={rows}
        value={refused ?? value}
        onChange={(text) => {
          const bad = complain(text) !== undefined;
          setRefused(bad ? text : undefined);
          if (!bad) onChange(text);
        }}
      />
    </Field>
  );
}
