import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { COUPON } from '../../../journey/content/placeholders.ts';
import { LONGEST_BODY } from '../../../journey/steps/message.ts';
import { shortText } from '../../../ui/complaints.ts';
import { useDraft } from '../../../ui/drafts.ts';
import { Field } from '../../../ui/Field.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { TextInput } from '../../../ui/TextInput.tsx';
import { FieldProblem } from '../inspectors/fields/FieldProblem.tsx';
import { InsertField } from './InsertField.tsx';
import styles from './content.module.css';

interface TextBoxProps {
  readonly label: string;
  readonly value: string;
  readonly help?: ReactNode;
  readonly placeholder?: string | undefined;
  /** Lines of the box, which is for a body; absent: one line. */
  readonly rows?: number;
  /** As problems name the text. */
  readonly path: string;
  readonly onChange: (text: string) => void;
}

type Box = HTMLInputElement & HTMLTextAreaElement;

/** A text with places for what is known of a contact. What is too long stays in the box, with the reason why it is not taken. */
export function TextBox({ label, value, help, placeholder, rows, path, onChange }: TextBoxProps) {
  const { t } = useTranslation();
  const complain = rows === undefined ? shortText(t) : shortText(t, LONGEST_BODY);
  const [typed, setTyped] = useDraft(label, value, (text) => complain(text) !== undefined);
  const complaint = typed === undefined ? undefined : complain(typed);
  const shown = complaint === undefined ? value : (typed ?? value);
  const type = (text: string) => {
    const isBad = complain(text) !== undefined;
    setTyped(isBad ? text : undefined);
    if (!isBad) onChange(text);
  };
  const { box, insert, said } = useInsertion(shown, type);
  const control = {
    value: shown,
    placeholder,
    onChange: type,
    ref: box,
    onSelect: (event: { readonly currentTarget: HTMLElement }) => {
      event.currentTarget.dataset['touched'] = '';
    },
  };
  return (
    <div className={styles.box}>
      <Field label={label} help={help} error={complaint}>
        {rows === undefined ? <TextInput {...control} /> : <TextArea rows={rows} {...control} />}
      </Field>
      <InsertField box={label} className={styles.insert} onPick={insert} />
      <p role="status" className="visually-hidden">
        {said !== undefined && t('content.insert.said', { name: said })}
      </p>
      <FieldProblem path={path} />
    </div>
  );
}

/** Puts a placeholder where the caret is, or at the end of a box that nobody was in, and the caret where its default goes. */
function useInsertion(shown: string, type: (text: string) => void) {
  const box = useRef<Box>(null);
  const caret = useRef<number>(undefined);
  const [said, setSaid] = useState<string>();
  useLayoutEffect(() => {
    const at = caret.current;
    if (at === undefined) return;
    caret.current = undefined;
    box.current?.focus();
    box.current?.setSelectionRange(at, at);
  });
  const insert = (name: string) => {
    const element = box.current;
    const isTouched = element?.dataset['touched'] !== undefined;
    const from = (isTouched ? element.selectionStart : undefined) ?? shown.length;
    const to = Math.max(from, (isTouched ? element.selectionEnd : undefined) ?? shown.length);
    const placeholder = name === COUPON ? `{{${name}}}` : `{{${name}|}}`;
    caret.current = from + placeholder.length - (name === COUPON ? 0 : 2);
    setSaid(name);
    type(shown.slice(0, from) + placeholder + shown.slice(to));
  };
  return { box, insert, said };
}
