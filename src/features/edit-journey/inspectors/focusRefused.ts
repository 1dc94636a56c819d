/** Frames: the view and its form may still be on their way. */
const TRIES = 200;

/**
 * The first box of the form whose text is refused, out of its fold. Where none is any more, since the value changed meanwhile, the first
 * box of the form: whoever goes back arrives.
 */
export function focusRefused(tries = TRIES): void {
  requestAnimationFrame(() => {
    const form = document.querySelector('[data-form]');
    const field =
      form?.querySelector<HTMLElement>('[aria-invalid="true"]') ??
      form?.querySelector<HTMLElement>(':is(input, textarea, select):not([hidden], :disabled)');
    if (field) {
      unfold(field);
      field.focus();
    } else if (tries > 0) focusRefused(tries - 1);
  });
}

function unfold(field: HTMLElement): void {
  for (let fold = field.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null)
    fold.open = true;
}
