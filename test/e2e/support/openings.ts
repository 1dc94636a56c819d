import { expect, type Page } from '@playwright/test';

/** Something of the canvas that opens, and how it closes again. */
export interface Opening {
  readonly name: string;
  readonly open: (page: Page) => Promise<void>;
  readonly close: (page: Page) => Promise<void>;
}

const dialog = (page: Page, name: string) => page.getByRole('dialog', { name, exact: true });
const escape = (page: Page) => page.keyboard.press('Escape');

export async function focusCanvas(page: Page): Promise<void> {
  await page.getByRole('application', { name: 'Journey canvas' }).focus();
}

/** A dialog that a key opens. */
function byKey(name: string, keys: string): Opening {
  return {
    name,
    open: async (page) => {
      await focusCanvas(page);
      await page.keyboard.press(keys);
      await expect(dialog(page, name)).toBeVisible();
    },
    close: async (page) => {
      await escape(page);
      await expect(dialog(page, name)).toBeHidden();
    },
  };
}

export async function openVersions(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: 'Versions' });
  if (await button.isVisible()) await button.click();
  else {
    await page.getByRole('button', { name: 'Export and more' }).click();
    await page.getByRole('menuitem', { name: /^Versions/ }).click();
  }
  await expect(dialog(page, 'Versions')).toBeVisible();
}

async function closeVersions(page: Page): Promise<void> {
  await escape(page);
  await expect(dialog(page, 'Versions')).toBeHidden();
}

/** Beside the canvas, or where there is no room, over it. */
const outline: Opening = {
  name: 'Outline',
  open: async (page) => {
    const beside = page.getByRole('radio', { name: 'Outline' });
    if ((await beside.count()) > 0) await beside.check({ force: true });
    else await page.getByRole('button', { name: 'Outline' }).click();
    await expect(page.getByRole('tree').getByRole('treeitem').first()).toBeVisible();
  },
  close: async (page) => {
    const beside = page.getByRole('radio', { name: 'Steps' });
    if ((await beside.count()) > 0) await beside.check({ force: true });
    else await page.getByRole('button', { name: 'Close the outline' }).click();
  },
};

const contextMenu: Opening = {
  name: 'Menu of a step',
  open: async (page) => {
    await page.locator('.react-flow__node-step').first().click({ button: 'right' });
    await expect(page.getByRole('menu', { name: 'What can be done here' })).toBeVisible();
  },
  close: async (page) => {
    await escape(page);
    await expect(page.getByRole('menu')).toHaveCount(0);
    await focusCanvas(page);
    await escape(page);
    await expect(page.getByRole('region', { name: 'Properties' })).toHaveCount(0);
  },
};

const problems: Opening = {
  name: 'Problems',
  open: async (page) => {
    await page.getByRole('button', { name: /^\d+ problems?$/ }).click();
    await expect(page.getByRole('region', { name: 'Problems' })).toBeVisible();
  },
  close: (page) => page.getByRole('button', { name: /^\d+ problems?$/ }).click(),
};

const comparison: Opening = {
  name: 'Compare versions',
  open: async (page) => {
    await openVersions(page);
    await dialog(page, 'Versions')
      .getByRole('button', { name: /^Compare .* with now$/ })
      .click();
    await expect(dialog(page, 'Compare versions').getByRole('region', { name: 'Added steps' })).toBeVisible();
  },
  close: async (page) => {
    await escape(page);
    await expect(dialog(page, 'Compare versions')).toBeHidden();
    await closeVersions(page);
  },
};

export const OPENINGS: readonly Opening[] = [
  outline,
  byKey('What would you like to do?', 'Control+k'),
  byKey('Keyboard shortcuts', '?'),
  contextMenu,
  problems,
  { name: 'Versions', open: openVersions, close: closeVersions },
  comparison,
];
