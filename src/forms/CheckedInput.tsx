import type { ComponentProps } from 'react';
import { useDraft } from '../ui/drafts.ts';
import { Field } from '../ui/Field.tsx';
import { TextInput } from '../ui/TextInput.tsx';

interface CheckedInputProps extends Omit<ComponentProps<typeof TextInput>, 'value' | 'onChange'> {
  readonly label: string;
  readonly help?: React.ReactNode;
  readonly hideLabel?: boolean;
  readonly value: string;
  /** Why the text cannot be taken; undefined when it can. */
  readonly complain: (text: string) => string | undefined;
  /** Called with valid text only. */
  readonly onChange: (text: string) => void;
  /** What is wrong although it was taken, e.g. a date before another. */
  readonly doubt?: string | undefined;
}

/** A line of text that must be something. While it is not, it stays as typed with the reason, and nothing is changed. */
export function CheckedInput({
  label,
  help,
  hideLabel,
  value,
  complain,
  onChange,
  doubt,
  ...rest
}: CheckedInputProps) {
  const [typed, setTyped] = useDraft(label, value, (text) => complain(text) !== undefined);
  const complaint = typed === undefined ? undefined : complain(typed);
  return (
    <Field label={label} help={help} hideLabel={hideLabel ?? false} error={complaint ?? doubt}>
      <TextInput
        {...rest}
        value={typed ?? value}
        onChange={(text) => {
          setTyped(text);
          if (complain(text) === undefined) onChange(text);
        }}
        onBlur={() => complaint === undefined && setTyped(undefined)}
      />
    </Field>
  );
}
