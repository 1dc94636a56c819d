/**
 * Declares the tokens of the page anew at an element, so that they take the look that holds there. The build writes `light-dark()` as
 * variables, which have their value where the tokens are declared; inherited, they would keep the look of the page.
 */
export function declareTokens(element: HTMLElement): void {
  for (const sheet of document.styleSheets)
    for (const rule of sheet.cssRules)
      if (rule instanceof CSSStyleRule && rule.selectorText === ':root') declare(rule.style, element);
}

function declare(tokens: CSSStyleDeclaration, element: HTMLElement): void {
  for (const name of tokens) {
    const value = tokens.getPropertyValue(name);
    if (name.startsWith('--') && value.trim() !== '') element.style.setProperty(name, value);
  }
}
