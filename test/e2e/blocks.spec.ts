import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { png } from '../integration/exchange/pictures.ts';
import { expectAccessible } from './support/accessible.ts';
import { beginBlank } from './support/begin.ts';
import { cursorRests } from './support/cursor.ts';
import { expect, openStudio, test } from './support/fixtures.ts';
import { makePicture } from './support/lesson.ts';
import { previewOf } from './support/preview.ts';

const text = (page: Page) => page.getByRole('textbox', { name: 'Text of the module' });
const saved = (page: Page) => expect(page.getByRole('banner').getByText('Saved', { exact: true })).toBeVisible();

async function begin(page: Page): Promise<void> {
  await beginBlank(page);
  await expect(text(page)).toBeVisible();
  await text(page).focus();
}

/** Adds a kind of block as a person at the keyboard does: a slash, a few letters, Enter. */
async function add(page: Page, typed: string): Promise<void> {
  await page.keyboard.type(`/${typed}`);
  const list = page.getByRole('listbox', { name: 'Kinds of blocks' });
  await expect(list.getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(list).toHaveCount(0);
}

/** To a new line behind everything. */
async function onward(page: Page): Promise<void> {
  await text(page).focus();
  const atEnd = () =>
    page.evaluate(
      () =>
        getSelection()?.anchorNode?.parentElement?.closest('.ProseMirror > p:last-child') !== null ||
        getSelection()?.anchorNode === document.querySelector('.ProseMirror > p:last-child'),
    );
  await cursorRests(page);
  await page.keyboard.press('ControlOrMeta+End');
  await expect.poll(atEnd).toBe(true);
  await expect(text(page).locator('> p').last()).toBeEmpty();
}

test('each kind of block is written by keyboard alone, and shown as a learner meets it', async ({ page, studio, folder }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await openStudio(page, studio);
  await begin(page);

  await page.keyboard.type('## Before you begin');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Pull the **plug** by the rules');
  await page.keyboard.press('ControlOrMeta+Shift+ArrowLeft');
  await page.getByRole('toolbar', { name: 'Text' }).getByRole('button', { name: 'Link' }).press('Enter');
  await page.keyboard.type('https://rules.example/plug');
  await page.keyboard.press('Enter');
  await expect(text(page).getByRole('link', { name: 'rules' })).toBeVisible();
  await expect(text(page)).toBeFocused();
  await cursorRests(page);
  await page.keyboard.press('End');
  await expect.poll(() => page.evaluate(() => getSelection()?.isCollapsed)).toBe(true);
  await page.keyboard.press('Enter');
  for (const [mark, first, second] of [
    ['- ', 'Gloves', 'Goggles'],
    ['1. ', 'Look', 'Listen'],
  ] as const) {
    await page.keyboard.type(`${mark}${first}`);
    await page.keyboard.press('Enter');
    await page.keyboard.type(second);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
  }
  await page.keyboard.type('> Measure twice.');
  await onward(page);

  await add(page, 'warn');
  await page.keyboard.type('Never touch the shaft.');
  await onward(page);

  await add(page, 'table');
  for (const cell of ['Size', 'Heat', 'Minutes', 'Small', '80', '5']) {
    await page.keyboard.type(cell);
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('ControlOrMeta+Alt+Backspace');
  await page.getByRole('button', { name: 'Row below' }).press('Enter');
  await expect(text(page).getByRole('row')).toHaveCount(3);
  await page.keyboard.press('ArrowDown');
  await page.getByRole('button', { name: 'Remove row' }).press('Enter');
  await expect(text(page)).toBeFocused();
  await expect(text(page).getByRole('row')).toHaveCount(2);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await page.keyboard.type('How warm a ring becomes');
  await onward(page);

  await add(page, 'code');
  await page.keyboard.type('heat --to 80');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('--for 5');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Command line');
  await onward(page);

  await add(page, 'sections');
  await page.keyboard.type('Where are the rings?');
  await page.keyboard.press('Enter');
  await page.keyboard.type('In the second drawer.');
  await page.keyboard.press('ControlOrMeta+Enter');
  await page.keyboard.type('Who has the key?');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Jo.');
  await onward(page);

  await page.keyboard.type('[] Ring is clean');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Shaft is dry');
  const points = text(page)
    .getByRole('listitem')
    .filter({ hasText: /^(Ring is clean|Shaft is dry)$/ });
  await page.keyboard.press('Alt+ArrowUp');
  await expect(points).toHaveText(['Shaft is dry', 'Ring is clean']);
  await page.keyboard.press('Alt+ArrowDown');
  await expect(points).toHaveText(['Ring is clean', 'Shaft is dry']);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');

  await add(page, 'colleague');
  await page.keyboard.type('Listen to it before you stop it.');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Jo Park');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Fitter');
  await page.getByLabel('Photo of the colleague').setInputFiles(makePicture(join(folder, 'jo.png')));
  await page.getByRole('button', { name: 'Take the photo out' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Add a photo' })).toBeFocused();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByRole('button', { name: 'Take the photo out' })).toBeVisible();
  await onward(page);

  await add(page, 'resource');
  await page.keyboard.type('Table of heats');
  await page.keyboard.press('Tab');
  const address = page.getByLabel('Where it stands');
  const undo = async (words: string) => {
    await page.keyboard.press('ControlOrMeta+z');
    await expect(address).toHaveValue(words);
    await expect(page.getByLabel('What it is called')).toHaveValue('Table of heats');
  };
  // What never became an address is taken out of its field by itself; what replaced one gives it back.
  // At once: a rest between two letters would begin another step of undo.
  await page.keyboard.insertText('ask Jo');
  await expect(page.getByRole('alert')).toContainText('A link starts with');
  await undo('');
  await page.keyboard.type('intranet.example/heats');
  // What follows within half a second is one step of the history.
  await page.waitForTimeout(600);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText('ask Jo');
  await expect(page.getByRole('alert')).toBeVisible();
  await undo('https://intranet.example/heats');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.keyboard.press('Tab');
  await page.keyboard.type('All sizes on one page.');
  await page.keyboard.press('Tab');
  await page.keyboard.type('3');
  await saved(page);
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Preview' }).press('Enter');
  let shown = await previewOf(page);
  await expect(shown.getByRole('heading', { level: 2, name: 'Before you begin' })).toBeVisible();
  await expect(shown.locator('p', { hasText: 'Pull the plug by the rules' }).locator('strong')).toHaveText('plug');
  await expect(shown.getByRole('link', { name: 'rules' })).toHaveAttribute('href', 'https://rules.example/plug');
  await expect(shown.locator('.sh-body > ul > li').filter({ hasText: /^G/ })).toHaveText(['Gloves', 'Goggles']);
  await expect(shown.locator('.sh-body > ol > li')).toHaveText(['Look', 'Listen']);
  await expect(shown.locator('.sh-body > blockquote')).toHaveText('Measure twice.');
  await expect(shown.getByRole('complementary', { name: 'Warning' })).toContainText('Never touch the shaft.');
  const table = shown.getByRole('table', { name: 'How warm a ring becomes' });
  await expect(table.getByRole('columnheader')).toHaveText(['Size', 'Heat', 'Minutes']);
  await expect(table.getByRole('cell')).toHaveText(['Small', '80', '5']);
  await expect(shown.locator('pre')).toHaveText('heat --to 80\n  --for 5');
  await shown.getByRole('button', { name: 'Copy' }).press('Enter');
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe('heat --to 80\n  --for 5');
  await expect(shown.getByText('Command line')).toBeVisible();
  await expect(shown.getByText('In the second drawer.')).toBeHidden();
  await shown.getByText('Where are the rings?').press('Enter');
  await expect(shown.getByText('In the second drawer.')).toBeVisible();
  await expect(shown.getByText('Jo.', { exact: true })).toBeHidden();
  await expect(shown.getByRole('figure').filter({ hasText: 'Jo Park' })).toContainText('Listen to it before you stop it.');
  await expect(shown.getByRole('figure').filter({ hasText: 'Jo Park' }).getByRole('presentation')).toBeVisible();
  const more = shown.getByRole('link', { name: 'Table of heats' });
  await expect(more).toHaveAttribute('href', 'https://intranet.example/heats');
  await expect(shown.getByText('intranet.example · 3 minutes')).toBeVisible();

  await shown.getByRole('checkbox', { name: 'Ring is clean' }).press('Space');
  await expect(shown.getByText('1 of 2 done')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Close' }).press('Enter');
  await page.getByRole('button', { name: 'Preview' }).press('Enter');
  shown = await previewOf(page);
  await expect(shown.getByRole('checkbox', { name: 'Ring is clean' })).toBeChecked();
  await expect(shown.getByRole('checkbox', { name: 'Shaft is dry' })).not.toBeChecked();
  await shown.getByRole('button', { name: 'Start over' }).press('Enter');
  await expect(shown.getByText('0 of 2 done')).toBeVisible();
  await expect(shown.getByRole('checkbox', { name: 'Ring is clean' })).toBeFocused();
});

test('a slash finds a kind of block by its words, and Escape lets it be a slash', async ({ page, studio }) => {
  await openStudio(page, studio);
  await begin(page);
  await page.keyboard.type('Read this. /');
  const list = page.getByRole('listbox', { name: 'Kinds of blocks' });
  await expect(list).toBeVisible();
  await expect(list.getByRole('group', { name: 'For the reader' }).getByRole('option', { name: /Checklist/ })).toBeVisible();
  await expectAccessible(page);
  const active = () => text(page).getAttribute('aria-activedescendant');
  await expect.poll(active).not.toBeNull();
  const first = await active();
  await expect(page.locator(`[id="${first}"]`)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  await expect.poll(active).not.toBe(first);
  await page.keyboard.press('ArrowUp');
  await expect.poll(active).toBe(first);
  await page.keyboard.type('faq');
  await expect(list.getByRole('option')).toHaveText([/Sections to open/]);
  await page.keyboard.press('Escape');
  await expect(list).toHaveCount(0);
  await expect(text(page)).toContainText('Read this. /faq');
  await expect(text(page)).toBeFocused();

  await page.keyboard.press('Enter');
  await page.keyboard.type('/tip');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Warm it first.');
  await expect(text(page).getByRole('complementary', { name: 'Tip' })).toContainText('Warm it first.');
  await expect(text(page)).not.toContainText('/tip');
  // In a note a slash is a slash.
  await page.keyboard.type(' and /');
  await expect(list).toHaveCount(0);
});

test('everything that can be added is found behind one button', async ({ page, studio }) => {
  await openStudio(page, studio);
  await begin(page);
  for (const name of ['Text', 'Picture', 'Video', 'Question']) await expect(page.getByRole('button', { name, exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'More', exact: true }).press('Enter');
  const find = page.getByRole('combobox', { name: 'Find a kind of block' });
  await expect(find).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.type('numb');
  await expect(page.getByRole('option', { name: /Numbered list/ })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await page.keyboard.type('First this');
  await expect(text(page).getByRole('listitem')).toHaveText(['First this']);
});

test('blocks move by keyboard, by the handle and by its words', async ({ page, studio }) => {
  await openStudio(page, studio);
  await begin(page);
  for (const line of ['One', 'Two', 'Three']) {
    await page.keyboard.type(line);
    await page.keyboard.press('Enter');
  }
  await add(page, 'tip');
  await page.keyboard.type('Tip');
  const order = () =>
    text(page).evaluate((root) => [...root.children].map((child) => child.textContent?.replace(/^TipWarningExample/, '') ?? ''));
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(async () => (await order()).slice(0, 4)).toEqual(['One', 'Two', 'Tip', 'Three']);
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.type('!');
  await expect.poll(async () => (await order()).slice(0, 4)).toEqual(['One', 'Two', 'Three', 'Tip!']);

  const paragraph = text(page).getByText('One', { exact: true });
  const handle = page.getByRole('button', { name: 'Move, copy or remove this block' });
  const topOf = async (element: Locator) => (await element.boundingBox())?.y ?? Number.NaN;
  /** It follows the pointer a moment later. */
  const handleIsBeside = (words: string) =>
    expect.poll(async () => Math.abs((await topOf(handle)) - (await topOf(text(page).getByText(words, { exact: true }))))).toBeLessThan(12);
  await paragraph.hover();
  await handleIsBeside('One');
  const target = await text(page).getByText('Three', { exact: true }).boundingBox();
  const grip = await handle.boundingBox();
  if (!target || !grip) throw new Error('Neither block nor handle can be seen');
  await page.mouse.move(grip.x + grip.width / 2, grip.y + grip.height / 2);
  await page.mouse.down();
  await page.mouse.move(target.x + 20, target.y + 4, { steps: 5 });
  await page.mouse.move(target.x + 20, target.y + target.height - 3, { steps: 3 });
  await expect(page.locator('[data-drop-line]')).toBeVisible();
  await page.mouse.up();
  await expect.poll(async () => (await order()).slice(0, 4)).toEqual(['Two', 'Three', 'One', 'Tip!']);
  await expect(page.locator('[data-drop-line]')).toHaveCount(0);

  await text(page).getByText('Two', { exact: true }).hover();
  await handleIsBeside('Two');
  await handle.click();
  await page.getByRole('button', { name: 'Move down' }).click();
  await expect.poll(async () => (await order()).slice(0, 3)).toEqual(['Three', 'Two', 'One']);
  await expect(page.getByRole('button', { name: 'Move down' })).toHaveCount(0);
  await expect(text(page)).toBeFocused();
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(async () => (await order()).slice(0, 3)).toEqual(['Two', 'Three', 'One']);
});

test('a paste and several pictures come where they were asked for, in their order, while one writes on', async ({ page, studio }) => {
  const { promise: waited, resolve: goOn } = Promise.withResolvers<void>();
  await page.route('**/media?name=*', async (route) => {
    await waited;
    await route.continue();
  });
  await openStudio(page, studio);
  await begin(page);
  await text(page).click();
  await page.keyboard.type('First.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Last.');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('End');
  await text(page).evaluate((element) => {
    const canvas = document.createElement('canvas');
    canvas.width = 40;
    canvas.height = 30;
    const html = new DataTransfer();
    html.setData('text/html', `<p>Pasted.</p><img alt="Pasted picture" src="${canvas.toDataURL('image/png')}">`);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: html, bubbles: true, cancelable: true }));
  });
  await expect(page.getByText('The pictures of what you pasted are on their way.')).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  const pictures = [40, 80, 120].map((width) => ({ name: `${width}.png`, mimeType: 'image/png', buffer: png(width, 40) }));
  await page.getByLabel('Choose a picture').setInputFiles(pictures);
  await page.keyboard.type(' And more');
  goOn();
  await expect(text(page).locator('img')).toHaveCount(4);
  await page.keyboard.type(' words.');
  const order = () =>
    text(page)
      .locator(':scope > p, img')
      .evaluateAll((all) => all.map((each) => (each instanceof HTMLImageElement ? each.naturalWidth : each.textContent)).filter(Boolean));
  await expect.poll(order).toEqual(['First.Pasted.', 40, 'Last. And more words.', 40, 80, 120]);
  await expect(page.getByText('The pictures of what you pasted are on their way.')).toBeHidden();
});

test.describe('with an error that is meant to be', () => {
  test.use({ allowedErrors: [/inline event handler violates|status of 422/] });

  test('what is pasted comes in as blocks, and what was left behind is said', async ({ page, studio }) => {
    await openStudio(page, studio);
    await begin(page);
    await text(page).evaluate((element) => {
      const canvas = document.createElement('canvas');
      canvas.width = 40;
      canvas.height = 30;
      canvas.getContext('2d')?.fillRect(0, 0, 20, 20);
      const data = new DataTransfer();
      data.setData(
        'text/html',
        `<h1 onclick="document.title='hacked'">Rings</h1><p style="color:red">Warm <b>slowly</b>, see <a href="https://good.example">here</a>.</p>
        <p style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">1.</span>Clean</p><p style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">2.</span>Dry</p>
        <table><tr><th>Size</th></tr><tr><td>Small</td></tr></table><pre><code class="language-sql">select 1</code></pre>
        <img alt="A ring" src="${canvas.toDataURL('image/png')}"><img src="https://far.example/a.png" onerror="document.title='hacked'">
        <form><input></form><script>document.title='hacked'</script>`,
      );
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    });
    await expect(page.getByText(/^Pasted\. Left behind:/)).toHaveText(
      'Pasted. Left behind: 1 picture that stands on another server, 1 form, 1 field or button, 1 program, and colours and fonts.',
    );
    await expect(text(page).getByRole('heading', { name: 'Rings' })).toBeVisible();
    await expect(text(page).getByRole('listitem')).toHaveText(['Clean', 'Dry']);
    await expect(text(page).getByRole('columnheader')).toHaveText('Size');
    await expect(text(page).locator('pre')).toHaveText('select 1');
    await expect(text(page).getByRole('combobox', { name: 'Language of the code' })).toHaveValue('sql');
    await expect(text(page).getByLabel('What does it show?')).toHaveValue('A ring');
    await expect(text(page).locator('form, script, [onclick], [style*="red"]')).toHaveCount(0);
    await saved(page);
    await expect(page).not.toHaveTitle('hacked');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'All right' }).click();
    await expect(page.getByText(/^Pasted\. Left behind:/)).toHaveCount(0);
    await text(page).focus();
    await page.keyboard.press('ControlOrMeta+z');
    await expect(text(page)).not.toContainText('Rings');
  });
});

test('all kinds of blocks are accessible while they are written', async ({ page, studio }) => {
  await openStudio(page, studio);
  await begin(page);
  for (const kind of ['tip', 'warning', 'example', 'table', 'code', 'sections', 'checklist', 'colleague']) {
    await add(page, kind);
    await page.keyboard.type('Words');
    await onward(page);
  }
  await add(page, 'resource');
  await saved(page);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Preview' }).click();
  await expect((await previewOf(page)).getByRole('checkbox', { name: 'Words' })).toBeVisible();
  await expectAccessible(page);
});
