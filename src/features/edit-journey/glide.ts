/** How the canvas moves to show something: quickly, or at once for those who want no motion. */
export function glide(): { readonly duration: number } {
  return { duration: window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 160 };
}
