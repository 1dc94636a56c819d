import { expect, type Locator, type Page } from '@playwright/test';
import { atRest, boxOf } from './page.ts';

/** A pointer on the canvas whose clicks and drags are counted. */
export class CountedPointer {
  readonly page: Page;
  actions = 0;

  constructor(page: Page) {
    this.page = page;
  }

  card(id: string): Locator {
    return this.page.locator(`.react-flow__node[data-id="${id}"]`);
  }

  async click(target: Locator): Promise<void> {
    this.actions += 1;
    await target.click();
  }

  /** Adds a kind from the palette behind the selected step; the new card, which has this id, is selected then. */
  async add(kind: string, id: string): Promise<void> {
    await this.click(this.page.getByRole('button', { name: `Add ${kind}`, exact: true }));
    await this.isSelected(id);
  }

  /** Adds a step by the “+” of an exit and a click in the list that it opens, after typing what to look for. */
  async addAt(from: string, exit: string, kind: string, id: string): Promise<void> {
    await atRest(this.page);
    await this.click(this.port(from, exit).getByRole('button'));
    await this.page.locator('[popover]').getByRole('combobox').fill(kind);
    await this.click(this.page.getByRole('option', { name: kind }));
    await this.isSelected(id);
  }

  async select(id: string): Promise<void> {
    await atRest(this.page);
    await this.click(this.card(id).locator('[title]'));
    await this.isSelected(id);
  }

  async connect(from: string, exit: string, to: string): Promise<void> {
    await atRest(this.page);
    this.actions += 1;
    await this.port(from, exit).hover({ force: true });
    await this.page.mouse.down();
    const { left, right, top, bottom } = await boxOf(this.card(to));
    await this.page.mouse.move((left + right) / 2, (top + bottom) / 2, { steps: 8 });
    await this.page.mouse.up();
    await expect(this.page.locator(`.react-flow__edge[data-id="${from}.${exit}"]`)).toHaveCount(1);
  }

  private port(from: string, exit: string): Locator {
    return this.card(from).locator(`.react-flow__handle.source[data-handleid="${exit}"]`);
  }

  private async isSelected(id: string): Promise<void> {
    await expect(this.page.locator('.react-flow__node.selected')).toHaveAttribute('data-id', id);
  }
}
