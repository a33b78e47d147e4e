import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { beginBlank } from './support/begin.ts';
import { expect, openStudio, test } from './support/fixtures.ts';

/** The document as it is written; previews and cards stand elsewhere. */
const text = (page: Page) => page.getByRole('textbox', { name: 'Text of the module' });
const saved = (page: Page) => expect(page.getByRole('banner').getByText('Saved', { exact: true })).toBeVisible();

function makePicture(file: string): string {
  execFileSync('ffmpeg', ['-y', '-v', 'error', '-f', 'lavfi', '-i', 'testsrc2=size=640x400:rate=1', '-frames:v', '1', file]);
  return file;
}

async function begin(page: Page): Promise<void> {
  await beginBlank(page);
  await expect(text(page)).toBeVisible();
}

test('a module is written, shown as it will be, and still there after a reload', async ({ page, studio, folder }) => {
  await openStudio(page, studio);
  await begin(page);
  await page.getByRole('textbox', { name: 'Title', exact: true }).fill('Change a bearing');
  await page.getByRole('textbox', { name: /What will a colleague/ }).fill('You change a bearing without damaging the shaft.');
  await text(page).click();
  await page.keyboard.type('## Before you begin');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Warm the ring.');

  await page.getByLabel('Choose a picture').setInputFiles(makePicture(join(folder, 'ring.png')));
  await page.getByLabel('What does it show?').fill('A worn ring');
  await expect(page.getByText('A picture has no words')).toBeHidden();

  await page.getByRole('button', { name: 'Question', exact: true }).click();
  const question = page.getByRole('group', { name: 'Question', exact: true });
  await expect(page.getByText('A question is not finished.')).toBeVisible();
  await question.getByRole('textbox', { name: 'What do you ask?' }).fill('What comes first?');
  await question.getByRole('textbox', { name: 'Answer 1', exact: true }).fill('Cool the ring');
  await question.getByRole('textbox', { name: 'What to say to who chooses answer 1' }).fill('A cold ring is narrower.');
  await question.getByRole('textbox', { name: 'Answer 2', exact: true }).fill('Warm the ring');
  await question.getByRole('radio', { name: 'Answer 2 is right' }).check();
  await question.getByRole('textbox', { name: 'Why it is right' }).fill('Warm steel is wider.');
  await expect(page.getByText('A question is not finished.')).toBeHidden();
  await saved(page);
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Preview' }).click();
  const preview = page.frameLocator('iframe[title="Preview of the module"]');
  await expect(preview.getByRole('heading', { level: 1, name: 'Change a bearing' })).toBeVisible();
  await expect(preview.getByRole('img', { name: 'A worn ring' })).toBeVisible();
  await preview.getByRole('radio', { name: 'Cool the ring' }).check();
  await preview.getByRole('button', { name: 'Check' }).click();
  await expect(preview.getByText('A cold ring is narrower.')).toBeVisible();
  await preview.getByRole('button', { name: 'Try again' }).click();
  await preview.getByRole('radio', { name: 'Warm the ring' }).check();
  await preview.getByRole('button', { name: 'Check' }).click();
  await expect(preview.getByRole('status')).toHaveText('That is right.');
  await expect(preview.getByText('Warm steel is wider.').filter({ visible: true })).toBeVisible();
  await page.keyboard.press('Escape');

  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Title', exact: true })).toHaveValue('Change a bearing');
  await expect(text(page).getByRole('heading', { name: 'Before you begin' })).toBeVisible();
  await expect(page.getByLabel('What does it show?')).toHaveValue('A worn ring');
  await expect(page.getByRole('textbox', { name: 'Answer 2', exact: true })).toHaveValue('Warm the ring');
});

test('a module that is only looked at stays as it is', async ({ page, studio }) => {
  await openStudio(page, studio);
  await begin(page);
  await page.getByRole('textbox', { name: 'Title', exact: true }).fill('Change a bearing');
  await page.getByRole('button', { name: 'Question', exact: true }).click();
  const question = page.getByRole('group', { name: 'Question', exact: true });
  await question.getByRole('textbox', { name: 'What do you ask?' }).fill('What comes first?');
  await saved(page);
  const stored = () =>
    page.evaluate(async () => {
      const body = JSON.stringify({ json: { id: location.pathname.split('/').at(-1) } });
      const answer = await fetch('/api/modules/get', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
      return (await answer.json()).json;
    });
  const before = await stored();
  expect(before.content.body.content.at(-1).type).toBe('quiz');
  await page.reload();
  await expect(question).toBeVisible();
  await text(page).press('ControlOrMeta+End');
  // The preview shows what is stored, after whatever was to be stored.
  await page.getByRole('button', { name: 'Preview' }).click();
  await expect(page.frameLocator('iframe[title="Preview of the module"]').getByText('What comes first?')).toBeVisible();
  expect(await stored()).toEqual(before);
});

test('a long module is whole a moment after it is opened, and a link leads to a block far down in it', async ({ page, studio }) => {
  await openStudio(page, studio);
  await begin(page);
  const id = page.url().split('/').at(-1);
  const blockAt = (index: number) => `0197a3c1-0000-4000-8000-${String(index).padStart(12, '0')}`;
  const content = {
    title: 'Thirty things to think of',
    objective: '',
    language: 'en',
    body: {
      type: 'doc',
      content: Array.from({ length: 30 }, (_, index) => ({
        type: 'reflection',
        attrs: { id: blockAt(index), question: `Thought ${index}?` },
      })),
    },
  };
  await page.getByRole('link', { name: 'Home' }).click();
  await expect(page).toHaveURL(/\/$/);
  const saved = await page.evaluate(
    async ({ id, content }) => {
      const headers = { 'content-type': 'application/json' };
      const ask = (call: string, json: object) =>
        fetch(`/api/modules/${call}`, { method: 'POST', headers, body: JSON.stringify({ json }) });
      const { json } = await (await ask('get', { id })).json();
      return (await ask('save', { id, version: json.version, content })).status;
    },
    { id, content },
  );
  expect(saved).toBe(200);
  await page.reload();

  await page.getByRole('link', { name: 'Thirty things to think of' }).click();
  await expect(page.getByRole('group', { name: 'Reflection' })).toHaveCount(30);
  await expect(text(page).getByRole('textbox').last()).toHaveValue('Thought 29?');

  await page.goto(new URL(`/write/${id}#${blockAt(25)}`, page.url()).href);
  await page.reload();
  await expect(text(page).getByRole('textbox').nth(25)).toBeFocused();
  await expect(text(page).getByRole('textbox').nth(25)).toBeInViewport();
});

test('undo takes back text, title and answers in one order', async ({ page, studio }) => {
  await openStudio(page, studio);
  await begin(page);
  const title = page.getByRole('textbox', { name: 'Title', exact: true });
  await text(page).click();
  await page.keyboard.type('First.');
  await title.click();
  // At once: a rest between two letters would begin another step of undo.
  await page.keyboard.insertText('A title');
  await expect(title).toHaveValue('A title');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(title).toHaveValue('');
  await expect(text(page)).toContainText('First.');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(text(page)).not.toContainText('First.');
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(text(page)).toContainText('First.');
});

test.describe('with an error that is meant to be', () => {
  test.use({ allowedErrors: [/status of (409|422)|inline event handler violates/] });

  test('what is pasted keeps its words and loses everything else', async ({ page, studio }) => {
    await openStudio(page, studio);
    await begin(page);
    await text(page).click();
    await text(page).evaluate((element) => {
      const data = new DataTransfer();
      data.setData(
        'text/html',
        `<h1 onclick="alert(1)">Pasted</h1><p style="color:red">Plain <b>bold</b> <a href="javascript:alert(1)">bad</a> <a href="https://good.example">good</a></p>
       <script>document.title = 'hacked'</script><iframe src="https://evil.example"></iframe><img src="x" onerror="document.title='hacked'">
       <div data-block="image" data-attributes='{"media":"../../secret","alt":"","decorative":true,"width":1,"height":1}'></div>
       <table><tr><td>Cell</td></tr></table>`,
      );
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    });
    await expect(text(page)).toContainText('Plain bold bad good');
    await expect(text(page).locator('script, iframe, [style*="red"], [onclick], [data-block="image"]')).toHaveCount(0);
    await expect(text(page).getByRole('link')).toHaveCount(1);
    await expect(text(page).getByRole('cell')).toHaveText('Cell');
    await saved(page);
    await expect(page).not.toHaveTitle('hacked');
  });

  test('a file that is no picture is refused in words', async ({ page, studio, folder }) => {
    await openStudio(page, studio);
    await begin(page);
    const file = join(folder, 'page.png');
    const { writeFile } = await import('node:fs/promises');
    await writeFile(file, '<script>alert(1)</script>');
    await page.getByLabel('Choose a picture').setInputFiles(file);
    await expect(page.getByRole('alert')).toContainText('page.png is not of a kind that can be used here');
  });
});

test('the profile is kept, and its card is the one colleagues see', async ({ page, studio, folder }) => {
  await openStudio(page, studio, '/profile');
  await page.getByLabel('Name').fill('Mara Lind');
  await page.getByLabel('What you do').fill('Fitter');
  await page.getByRole('textbox', { name: 'Good at' }).fill('Bearings');
  await page.keyboard.press('Enter');
  const card = page.getByRole('complementary', { name: 'Mara Lind' });
  await expect(card).toContainText('Bearings');
  const face = makePicture(join(folder, 'face.png'));
  await test.step('a photo that is on its way stays out once its dialog is closed', async () => {
    const held = Promise.withResolvers<void>();
    await page.route(/\/media\?name=/, async (route) => {
      await held.promise;
      await route.continue();
    });
    await page.getByLabel('Photo').setInputFiles(face);
    const sent = page.waitForResponse(/\/media\?name=/);
    await page.getByRole('button', { name: 'Use this photo' }).click();
    await page.keyboard.press('Escape');
    held.resolve();
    await (await sent).finished();
    await page.waitForTimeout(500);
    await page.unroute(/\/media\?name=/);
    await expect(card.locator('img')).toBeHidden();
  });
  await page.getByLabel('Photo').setInputFiles(face);
  await page.getByRole('button', { name: 'Use this photo' }).click();
  await expect(card.locator('img')).toBeVisible();
  // A word counts also for whoever goes on without pressing Enter.
  await page.getByRole('textbox', { name: 'Ask me about' }).fill('Grease');
  await expect(card).toContainText('Grease');
  await expect(page.getByText('Saved. It goes with every module')).toBeVisible();
  await expectAccessible(page);
  await page.reload();
  await expect(page.getByLabel('Name')).toHaveValue('Mara Lind');
  await expect(card.locator('img')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Remove Grease' })).toBeVisible();
});
