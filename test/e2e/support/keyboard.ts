import { expect, type Page } from '@playwright/test';

/** The keyboard, with what was pressed and what was typed counted apart. */
export class CountedKeyboard {
  readonly page: Page;
  /** Enter, Tab, arrows and shortcuts; a combination is one. */
  presses = 0;
  /** Letters typed into a search box or a field. */
  letters = 0;

  constructor(page: Page) {
    this.page = page;
  }

  async press(keys: string, times = 1): Promise<void> {
    for (let n = 0; n < times; n += 1) {
      this.presses += 1;
      await this.page.keyboard.press(keys);
    }
  }

  async type(text: string): Promise<void> {
    this.letters += text.length;
    await this.page.keyboard.type(text);
  }

  /** Opens a list by a key, searches it and takes the first that is found. */
  async choose(keys: string, text: string): Promise<void> {
    await this.press(keys);
    const search = this.page.locator('[popover]').getByRole('combobox');
    await expect(search).toBeFocused();
    await this.type(text);
    await expect(search).toHaveValue(text);
    await this.press('Enter');
    await expect(search).toHaveCount(0);
  }

  /** Adds a step by a key that asks which; the keyboard is on the new one then. */
  async add(keys: string, kind: string): Promise<void> {
    await this.choose(keys, kind);
    await this.isAt(kind);
  }

  /** Waits until the selected step with the focus is called so. */
  async isAt(name: string): Promise<void> {
    await expect(this.page.locator('.react-flow__node.selected:focus')).toContainText(name);
  }

  async walk(keys: string, name: string): Promise<void> {
    await this.press(keys);
    await this.isAt(name);
  }
}
