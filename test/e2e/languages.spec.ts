import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { Profile } from '../../src/shared/model/profile.ts';
import { expectAccessible } from './support/accessible.ts';
import { beginBlank } from './support/begin.ts';
import { cursorRests } from './support/cursor.ts';
import { expect, openStudio, test } from './support/fixtures.ts';
import { joinHub, setUpHub } from './support/hub-sign-in.ts';
import { content, HubTown, heading, paragraph, quiz, steps } from './support/hub-town.ts';
import { inLanguage } from './support/in-language.ts';

// A learner is offline for a moment.
test.use({ allowedErrors: [/ERR_INTERNET_DISCONNECTED/] });

const text = (page: Page) => page.getByRole('textbox', { name: 'Text of the module' });
const saved = (page: Page) => expect(page.getByText('Saved', { exact: true })).toBeVisible();
const field = (page: Page, name: RegExp) => page.getByRole('textbox', { name });

/** A lesson with a bold word in it, and a question. */
async function write(page: Page): Promise<void> {
  await beginBlank(page);
  await page.getByRole('textbox', { name: 'Title', exact: true }).fill('Change a blade');
  await text(page).click();
  await page.keyboard.type('Take off the **red** cover.');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Pull the plug.');
  await saved(page);
}

test('a lesson is written in German, gets outdated, is looked at again, and is read in it', async ({ page, studio }) => {
  test.slow();
  await openStudio(page, studio);
  await write(page);
  await page.getByRole('button', { name: 'Languages' }).click();
  await expect(page.getByText('Your lesson in the language of those who need it')).toBeVisible();
  await page.getByLabel('Another language').selectOption('de');
  await page.getByRole('button', { name: 'Add the language' }).click();
  await expect(page.getByRole('heading', { name: 'German', exact: true })).toBeVisible();
  await expect(page.getByText('0 of 3 texts').first()).toBeVisible();

  // By keyboard: from one text that is still to do to the next, with a mark put around the word it belongs to.
  await field(page, /^Title, .* in German/).focus();
  await page.keyboard.type('Klinge wechseln');
  await page.keyboard.press('Control+Enter');
  await expect(field(page, /red.* in German/)).toBeFocused();
  await page.keyboard.type('Die rote Abdeckung abnehmen.');
  await expect(page.getByText('A mark of the source is missing', { exact: false })).toBeVisible();
  await page.keyboard.press('Home');
  for (let letter = 0; letter < 4; letter += 1) await page.keyboard.press('ArrowRight');
  for (let letter = 0; letter < 4; letter += 1) await page.keyboard.press('Shift+ArrowRight');
  await page.getByRole('button', { name: 'Put in <1>: bold' }).focus();
  await page.keyboard.press('Enter');
  await expect(field(page, /red.* in German/)).toHaveValue('Die <1>rote</1> Abdeckung abnehmen.');
  await page.keyboard.press('Control+Enter');
  await expect(field(page, /plug.* in German/)).toBeFocused();
  // At once: a rest between two letters would begin another step of undo.
  await page.keyboard.insertText('Stecker zieen.');
  await expect(page.getByText('3 of 3 texts').first()).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('2 of 3 texts').first()).toBeVisible();
  await page.keyboard.press('Control+y');
  await expect(field(page, /plug.* in German/)).toHaveValue('Stecker zieen.');
  await saved(page);
  await expectAccessible(page);

  // In another window the source changes; this one hears of it.
  const other = await page.context().newPage();
  await other.goto(page.url().replace('/languages', ''));
  await text(other).getByText('Pull the plug.').click();
  await cursorRests(other);
  await other.keyboard.press('End');
  await other.keyboard.type(' Wait a minute.');
  await saved(other);
  await other.getByText('Changed since it was translated', { exact: true }).click();
  await expect(other.getByText('One text was changed since the German of it was written.')).toBeVisible();
  await expect(page.getByText('Changed since:')).toBeVisible();
  await expect(page.locator('ins')).toContainText('Wait a minute.');

  await other.getByRole('button', { name: 'Preview' }).click();
  const preview = other.frameLocator('iframe[title="Preview of the module"]');
  await other.getByLabel('Language', { exact: true }).selectOption('de');
  await expect(preview.locator('article')).toHaveAttribute('lang', 'de');
  await expect(preview.getByRole('heading', { name: 'Klinge wechseln' })).toBeVisible();
  await expect(preview.locator('strong')).toHaveText('rote');
  await expect(preview.getByText('Pull the plug. Wait a minute.')).toHaveAttribute('lang', 'en');
  await other.close();

  await page.getByRole('checkbox', { name: 'Only what is still to do' }).check();
  await expect(page.getByRole('textbox')).toHaveCount(1);
  await page.getByRole('button', { name: 'It is still right' }).press('Enter');
  await expect(field(page, /plug.* in German/)).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Changed since:')).toBeVisible();
  await field(page, /plug.* in German/).fill('Stecker ziehen und eine Minute warten.');
  await expect(page.getByText('3 of 3 texts').first()).toBeVisible();
  await saved(page);

  // A translator's program writes what it changed into the same file.
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save the German for her' }).press('Enter'),
  ]);
  const sent = await readFile(await download.path(), 'utf8');
  expect(sent).toMatch(/<xliff [^>]*version="2\.0"/);
  const back = Buffer.from(
    sent
      .replace('<target>Klinge wechseln<', '<target>Ein Blatt wechseln<')
      .replace(/(<target>)(?:(?!<\/target>).)*rote.*?(<\/target>)/, '$1Ohne Marke$2'),
  );
  await page.getByLabel("A translator's file").setInputFiles({ name: 'blade.xlf', mimeType: 'application/xliff+xml', buffer: back });
  const dialog = page.getByRole('dialog', { name: 'blade.xlf' });
  await expect(dialog.getByRole('region', { name: 'What was not taken' })).toContainText('A mark of the source is missing');
  await dialog.getByRole('button', { name: 'Open its languages' }).press('Enter');
  await page.getByRole('checkbox', { name: 'Only what is still to do' }).uncheck();
  await expect(field(page, /^Title, .* in German/)).toHaveValue('Ein Blatt wechseln');
  await expect(field(page, /red.* in German/)).toHaveValue('Die <1>rote</1> Abdeckung abnehmen.');
});

const german: Record<string, string> = {
  'Change a saw blade': 'Ein Sägeblatt wechseln',
  'You can change the blade of a K-20 safely.': 'Das Blatt einer K-20 sicher wechseln.',
  'A blunt blade tears the edge.': 'Ein stumpfes Blatt reißt die Kante aus.',
  'What comes first?': 'Was kommt zuerst?',
  'Pull the plug': 'Den Stecker ziehen',
  'Press the stop button': 'Auf Stopp drücken',
  'The plug comes first, always.': 'Der Stecker kommt immer zuerst.',
  'Yes: nothing can move now.': 'Ja: Jetzt kann sich nichts mehr bewegen.',
  'Someone else may switch it on meanwhile.': 'Inzwischen könnte jemand einschalten.',
};
const arabic = 'اسحب القابس أولاً ثم انتظر حتى تتوقف الشفرة';

test('a learner reads in the language she reads, chooses another, and one that runs from right to left', async ({ hub, newPerson }) => {
  test.slow();
  const admin = await setUpHub(await newPerson(), hub);
  const town = new HubTown(hub.folder);
  const mara: Profile = { name: 'Mara Lindqvist', role: 'Techniker', team: '', photo: null, goodAt: [], askMeAbout: ['Sägen'] };
  const id = town.person(mara);
  const source = content('Change a saw blade', 'You can change the blade of a K-20 safely.', [
    paragraph('A blunt blade tears the edge.'),
    heading('Before you begin'),
    steps('Pull the plug.', 'Wait until the blade stands still.'),
    quiz('What comes first?', 'Pull the plug', 'Press the stop button'),
  ]);
  const written = inLanguage(
    inLanguage(source, 'de', (text) => german[text]),
    'ar',
    () => arabic,
  );
  const module = town.module(id, mara, [written], 'published');
  const english = await joinHub(admin, await newPerson(), 'Léa', 'lea@example.com', []);
  const [lea, ada] = [town.idOf('lea@example.com'), town.idOf('ada@example.com')];
  town.ask({ from: lea, to: id, about: module.id, text: 'Et si elle ne s’arrête pas ?', answer: 'Dann warten.', answerModule: module.id });
  town.ask({ from: ada, to: lea, text: 'Which saw do you use?' });
  town.close();
  // The same person, in a browser that asks for French.
  const context = await newPerson({ locale: 'fr-FR' });
  await context.addCookies(await english.context().cookies());
  const page = await context.newPage();

  await page.goto(`${hub.url}/`);
  await expect(page.getByRole('heading', { name: 'Bonjour, Léa' })).toBeVisible();
  await page.getByRole('link', { name: 'Change a saw blade' }).click();
  const article = page.locator('article.showhow-module');
  await expect(article).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('button', { name: 'Vérifier' })).toHaveAttribute('lang', 'fr');
  await expect(page.getByRole('button', { name: 'Remercier Mara Lindqvist' })).toBeVisible();

  await page.getByRole('button', { name: 'Deutsch' }).focus();
  await page.keyboard.press('Enter');
  await expect(article).toHaveAttribute('lang', 'de');
  await expect(page.getByRole('heading', { name: 'Ein Sägeblatt wechseln' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Before you begin' })).toHaveAttribute('lang', 'en');
  await page.getByLabel('Auf Stopp drücken').check();
  await page.getByRole('button', { name: 'Prüfen' }).click();
  await expect(page.getByText('Noch nicht ganz. Die Hinweise lesen und noch einmal versuchen.')).toBeVisible();
  await page.getByRole('button', { name: 'Noch einmal versuchen' }).click();
  await page.getByLabel('Den Stecker ziehen').check();
  await page.getByRole('button', { name: 'Prüfen' }).click();
  await expect(page.getByText('Das ist richtig.')).toBeVisible();
  await expect
    .poll(() => {
      const records = new HubTown(hub.folder);
      const found = records.statements(module.id).map(({ verb, statement }) => [verb, JSON.parse(statement).context.language]);
      records.close();
      return found;
    })
    .toContainEqual(['answered', 'de']);

  await page.getByRole('button', { name: 'العربية' }).click();
  await expect(article).toHaveAttribute('dir', 'rtl');
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await expectAccessible(page);
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 });
    const { wide, seen } = await page.evaluate(() => ({ wide: document.documentElement.scrollWidth, seen: window.innerWidth }));
    expect(wide).toBeLessThanOrEqual(seen);
  }
  // The list runs from its right edge, the player's own words from their left one.
  const [list, item] = await Promise.all([article.locator('ol').first().boundingBox(), article.locator('ol li p').first().boundingBox()]);
  expect((list?.x ?? 0) + (list?.width ?? 0)).toBeGreaterThan((item?.x ?? 0) + (item?.width ?? 0) + 8);

  await page.locator('.me summary').click();
  await page.getByLabel('Langue').selectOption('de');
  await page.getByRole('button', { name: 'Changer' }).click();
  await expect(page.getByRole('heading', { name: 'Ein Sägeblatt wechseln' })).toBeVisible();
  for (const path of ['/', `/modules/${module.id}`, `/people/${id}`, '/asks']) {
    await page.goto(hub.url + path);
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');
    await expectAccessible(page);
  }
  await page.goto(`${hub.url}/modules/${module.id}`);
  await expect(article).toHaveAttribute('lang', 'de');
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Mara Lindqvist danken' }).click();
  await expect(page.getByRole('alert')).toContainText('Der Hub antwortet nicht.');
  await context.setOffline(false);
});
