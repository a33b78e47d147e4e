import { expectAccessible } from './support/accessible.ts';
import { takeBlank } from './support/begin.ts';
import { launchBrowser } from './support/browser.ts';
import { expect, test } from './support/fixtures.ts';
import { HubTown } from './support/hub-town.ts';
import { connectStudio, invite, join, setUpHub } from './support/people.ts';
import { beginRecording, flashFlags, menuChoice, onlyTake, openRecorder, toCuttingRoom } from './support/recording.ts';

const question = 'What about foreign notes?';

test('a colleague’s question goes along into the recorder, names the take, and waits beside its module', async ({ studio, startHub }) => {
  const hub = await startHub();
  const { browser, close } = await launchBrowser(flashFlags());
  const recorder = await openRecorder(browser, studio);
  const { page } = recorder;
  try {
    const ole = await setUpHub(page.context(), hub, 'Ole');
    await join(await browser.newContext(), await invite(ole, hub, []), 'Lena');
    const town = new HubTown(hub.folder);
    town.ask({ from: town.idOf('lena@example.com'), to: town.idOf('ole@example.com'), text: question });
    town.close();
    await connectStudio(page, hub, 'Ole');

    await page.goto(new URL('/', page.url()).href);
    await page.getByRole('button', { name: 'Answer', exact: true }).click();
    const words = page.getByLabel('Your answer to Lena');
    await words.fill('Into the env');
    await page.getByRole('link', { name: 'Library' }).click();
    await expect(page).toHaveURL(/\/library$/);
    await page.reload();
    await page.getByRole('link', { name: 'Home' }).click();
    await expect(words).toHaveValue('Into the env');
    await page.getByRole('button', { name: 'Cancel' }).press('Enter');
    await expect(page.getByRole('button', { name: 'Answer', exact: true })).toBeFocused();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(words).toHaveValue('Into the env');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.reload();
    await expect(page.getByRole('button', { name: 'Answer', exact: true })).toBeVisible();
    await expect(words).toBeHidden();

    await page.getByRole('link', { name: 'Answer with a take' }).click();
    const asked = page.getByRole('complementary', { name: 'The question you answer' });
    await expect(asked).toContainText(`Lena asks: ${question}`);
    await expectAccessible(page);
    await menuChoice(page, /^Screen:/, /Choose what to show/);
    await beginRecording(page);
    await expect(asked).toBeVisible();
    await expect.poll(async () => (await onlyTake(page)).title).toBe(question);
    await page.getByRole('button', { name: 'Stop' }).click();
    await toCuttingRoom(page);

    const edit = page.url().split('/').at(-1);
    await page.goto(new URL(`/write?edit=${edit}`, page.url()).href);
    await takeBlank(page);
    await expect(page.getByRole('textbox', { name: 'Title', exact: true })).toHaveValue(question);
    await page.goto(page.url().replace('/write/', '/publish/'));
    await expect(page.getByRole('region', { name: 'Answers' })).toContainText('Once it is published, one press sends it to Lena.');
  } finally {
    await recorder.close();
    await close();
  }
});
