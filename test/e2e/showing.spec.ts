import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import type { Block } from '../../src/shared/model/blocks/index.ts';
import { expectAccessible } from './support/accessible.ts';
import { beginBlank } from './support/begin.ts';
import { expect, openStudio, test } from './support/fixtures.ts';
import { setUpHub } from './support/hub-sign-in.ts';
import { content, HubTown, video } from './support/hub-town.ts';
import { addBlock, beginAroundVideo, makePicture, openPreview, tabTo } from './support/lesson.ts';

const text = (page: Page) => page.getByRole('textbox', { name: 'Text of the module' });
const group = (page: Page, name: string) => text(page).getByRole('group', { name, exact: true });

async function begin(page: Page): Promise<void> {
  await beginBlank(page);
  await expect(text(page)).toBeVisible();
}

const playAt = (video: Locator, rate: number) =>
  video.evaluate((element: HTMLVideoElement, pace) => {
    element.playbackRate = pace;
  }, rate);
const timeOf = (video: Locator) => video.evaluate((element: HTMLVideoElement) => element.currentTime);

test('a picture is cropped by keyboard, undone, and shown so without a copy', async ({ page, studio, folder }) => {
  test.setTimeout(180_000);
  await openStudio(page, studio);
  await begin(page);
  await page.getByLabel('Choose a picture').setInputFiles(makePicture(join(folder, 'ring.png')));
  const picture = group(page, 'Picture');
  await picture.getByLabel('What does it show?').fill('A worn ring');
  await picture.getByLabel('Words beneath the picture').fill('After ten years');
  await picture.getByRole('button', { name: 'Crop' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Crop the picture' });
  const frame = dialog.getByRole('group', { name: 'What is shown' });
  await dialog.getByRole('button', { name: 'Square' }).press('Enter');
  await expect(frame.getByRole('status')).toHaveText('63 by 100 percent of the picture, 19 from the left, 0 from the top');
  await frame.focus();
  await page.keyboard.press('Shift+Alt+ArrowLeft');
  await page.keyboard.press('ArrowDown');
  await expect(frame.getByRole('status')).toHaveText('57 by 92 percent of the picture, 19 from the left, 1 from the top');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(frame.getByRole('status')).toHaveText('57 by 92 percent of the picture, 19 from the left, 0 from the top');
  await expectAccessible(page, { except: ['video'] });
  const box = await frame.boundingBox();
  if (!box) throw new Error('The frame is not on the page');
  await page.mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.5);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.7, box.y + box.height * 0.5, { steps: 4 });
  await page.mouse.up();
  await expect(frame.getByRole('status')).toHaveText('57 by 92 percent of the picture, 39 from the left, 0 from the top');
  await dialog.getByRole('button', { name: 'Show this part' }).press('Enter');
  await expect(picture.getByRole('img', { name: 'A worn ring' })).toHaveAttribute('viewBox', '248 0 368 368');

  const preview = await openPreview(page);
  const shown = preview.getByRole('img', { name: 'A worn ring' });
  await expect(shown).toBeVisible();
  const shape = async () => {
    const size = await shown.boundingBox();
    return (size?.width ?? 0) / (size?.height ?? 1);
  };
  await expect.poll(shape).toBeCloseTo(1, 1);
  await expect(preview.getByText('After ten years')).toBeVisible();
  await page.getByRole('button', { name: 'Close', exact: true }).press('Enter');
  await text(page).locator('p').last().click();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(picture.locator('img')).toBeVisible();

  await picture.getByRole('checkbox', { name: 'Only decoration' }).press('Space');
  await expect(picture.getByLabel('What does it show?')).toBeDisabled();
  const decorated = await openPreview(page);
  await expect(decorated.locator('.sh-image').getByRole('presentation')).toBeVisible();
  await expect(decorated.getByRole('img', { name: 'A worn ring' })).toHaveCount(0);
});

test('a video shows a part of itself, chosen by its chapter, and plays nothing else', async ({ page, studio, folder }) => {
  test.setTimeout(240_000);
  await openStudio(page, studio);
  await beginAroundVideo(page, folder);
  const block = group(page, 'Video');

  // What is said in it is found in the library, and leads to the second at which it is said.
  await page.goto(new URL('/library?words=count+the+notes', page.url()).href);
  await page.getByRole('link', { name: /^Said at 0:03/ }).press('Enter');
  await expect.poll(() => timeOf(block.locator('video'))).toBeCloseTo(3, 1);

  await block.getByRole('button', { name: 'Show only a part' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Show a part of the video' });
  await dialog
    .getByRole('button', { name: /Close$/ })
    .filter({ hasText: '0:04' })
    .press('Enter');
  await expect(dialog.getByRole('slider', { name: 'From' })).toHaveValue('4');
  await dialog.getByRole('slider', { name: 'To' }).focus();
  await page.keyboard.press('Shift+ArrowLeft');
  await expect(dialog.getByText(/^0:03\.\d of 0:08/)).toBeVisible();
  await expect.poll(() => timeOf(dialog.locator('video'))).toBeCloseTo(7, 0);
  await expectAccessible(page, { except: ['video'] });
  await dialog.getByRole('button', { name: 'Show this part' }).press('Enter');
  await expect(block.getByText('Colleagues see 0:04 to 0:07 of 0:08.')).toBeVisible();

  const preview = await openPreview(page);
  const video = preview.locator('video');
  await expect(video).toHaveAttribute('src', /#t=4,7/);
  await expect(preview.getByText('0:00 / 0:03')).toBeVisible();
  await expect.poll(() => timeOf(video)).toBeCloseTo(4, 1);
  await expect(preview.getByText('Transcript')).toBeVisible();
  await preview.getByText('Transcript').press('Enter');
  await expect(preview.locator('.sh-transcript button')).toHaveText(['Count the notes', 'Close it']);
  await preview.getByRole('slider', { name: 'Place in the video' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => timeOf(video)).toBeCloseTo(6, 1);
  // Slowly at first: that it plays is to be seen before it is at its end.
  await playAt(video, 0.25);
  await preview.getByRole('button', { name: 'Play' }).press('Enter');
  await expect(preview.getByRole('button', { name: 'Pause' })).toBeVisible();
  await playAt(video, 1);
  await expect(preview.getByRole('button', { name: 'Play' })).toBeVisible();
  await expect.poll(() => timeOf(video)).toBeCloseTo(7, 1);
  await video.evaluate((element: HTMLVideoElement) => {
    element.currentTime = 1;
  });
  await expect.poll(() => timeOf(video)).toBeCloseTo(4, 1);
  await expectAccessible(page, { except: ['video'] });
});

test('steps are written, moved and shown with their moments; a moment whose video is gone says so', async ({ page, studio, folder }) => {
  test.setTimeout(240_000);
  await openStudio(page, studio);
  await beginAroundVideo(page, folder);
  await addBlock(page, 'Steps');
  const steps = group(page, 'Steps');
  // Safari takes a list without numbers for none unless it is called one.
  await expect(steps.locator('ol')).toHaveAttribute('role', 'list');
  await expect(steps.getByLabel('What is done in step 1')).toBeFocused();
  await page.keyboard.type('Count the notes');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Twice.');
  const moment = steps.getByRole('button', { name: 'Moment of the video for step 1' });
  await tabTo(page, moment);
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Choose the moment' });
  await tabTo(page, dialog.getByRole('slider', { name: 'Moment' }));
  for (let second = 0; second < 3; second += 1) await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(() => timeOf(dialog.locator('video'))).toBeCloseTo(3, 1);
  await expectAccessible(page, { except: ['video'] });
  await tabTo(page, dialog.getByRole('button', { name: 'Use this moment' }));
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(steps.getByText(/^0:03 of/)).toBeVisible();
  await steps.getByRole('button', { name: 'Add a step' }).press('Enter');
  await expect(steps.getByLabel('What is done in step 2')).toBeFocused();
  await page.keyboard.type('Open the till');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(steps.getByLabel('What is done in step 1')).toHaveValue('Open the till');
  await expect(steps.getByLabel('What is done in step 1')).toBeFocused();
  await steps.getByRole('button', { name: 'Add a step' }).press('Enter');
  await steps.getByRole('button', { name: 'Remove step 3' }).press('Enter');
  await expect(steps.getByLabel('What is done in step 2')).toBeFocused();
  await steps.getByLabel('Choose a picture for step 1').setInputFiles(makePicture(join(folder, 'till.png')));
  await expect(page.getByText('A picture has no words')).toBeVisible();
  await steps.getByLabel('What does it show?').fill('The till, closed');
  await expect(page.getByText('A picture has no words')).toBeHidden();
  await expectAccessible(page, { except: ['video'] });

  const preview = await openPreview(page);
  await expect(preview.getByRole('listitem').filter({ hasText: 'Count the notes' })).toContainText('Twice.');
  await expect(preview.getByRole('img', { name: 'The till, closed' })).toBeVisible();
  // The list of chapters is there as soon as the script is.
  await expect(preview.getByRole('button', { name: /0:04 Close/ })).toBeVisible();
  await preview.getByRole('link', { name: /Watch this step/ }).press('Enter');
  const video = preview.locator('video');
  await expect.poll(() => timeOf(video)).toBeGreaterThan(3);
  expect(await video.evaluate((element: HTMLVideoElement) => element.paused)).toBe(false);
  await preview.getByRole('button', { name: 'Back to step 2' }).press('Enter');
  await expect(preview.getByRole('link', { name: /Watch this step/ })).toBeFocused();
  await expectAccessible(page, { except: ['video'] });
  await page.getByRole('button', { name: 'Close', exact: true }).press('Enter');

  await page.getByRole('button', { name: 'Remove this video' }).press('Enter');
  await expect(steps.getByText('The video of this moment is no longer in the module.')).toBeVisible();
  const without = await openPreview(page);
  await expect(without.getByText('The video of this step is not part of this module any more.')).toBeVisible();
  await expect(without.getByRole('link', { name: /Watch this step/ })).toHaveCount(0);
});

test('cards turn, a reflection stays with the learner, and the author invites questions, all by keyboard', async ({ page, studio }) => {
  test.setTimeout(180_000);
  await openStudio(page, studio, '/profile');
  await page.getByLabel('Name').fill('Mara Lind');
  await page.getByRole('textbox', { name: 'Ask me about' }).fill('Tills');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Saved. It goes with every module')).toBeVisible();
  await begin(page);
  await addBlock(page, 'Flip');
  const cards = group(page, 'Flip cards');
  await expect(cards.getByRole('textbox', { name: 'Front of card 1' })).toBeFocused();
  await page.keyboard.type('Float');
  await tabTo(page, cards.getByRole('textbox', { name: 'Back of card 1' }));
  await page.keyboard.type('What is in the till in the morning');
  await cards.getByRole('button', { name: 'Remove card 2' }).press('Enter');
  await expect(cards.getByRole('textbox', { name: 'Front of card 1' })).toBeFocused();
  await addBlock(page, 'Reflection');
  await expect(group(page, 'Reflection').getByRole('textbox')).toBeFocused();
  await page.keyboard.type('When did a till last not add up?');
  await addBlock(page, 'Ask me');
  await expect(group(page, 'Ask me').getByRole('textbox')).toBeFocused();
  await page.keyboard.type('Ask me before you close it twice.');
  await expectAccessible(page, { except: ['video'] });

  const preview = await openPreview(page);
  const turn = preview.getByRole('button', { name: 'Turn over card 1 of 1' });
  await expect(preview.getByText('What is in the till in the morning')).toBeHidden();
  await turn.press('Enter');
  await expect(turn).toHaveAttribute('aria-pressed', 'true');
  await expect(preview.getByText('What is in the till in the morning')).toBeVisible();
  await expect(preview.getByText('Float', { exact: true })).toBeHidden();
  const own = preview.getByRole('textbox', { name: 'When did a till last not add up?' });
  await own.fill('On Monday');
  await expect(preview.getByText('What you write stays in this browser. It is sent to nobody.')).toBeVisible();
  const invitation = preview.getByRole('region', { name: 'Ask Mara Lind' });
  await expect(invitation).toContainText('Ask me before you close it twice.');
  await expect(invitation).toContainText('Tills');
  await expect(invitation).toContainText('Questions are asked on the page of this module at the hub.');
  await expectAccessible(page, { except: ['video'] });
  await own.press('Escape');
  await expect((await openPreview(page)).getByRole('textbox', { name: 'When did a till last not add up?' })).toHaveValue('On Monday');
});

test('a colleague at the hub watches a step, turns a card and asks the author, by keyboard and without a script', async ({
  hub,
  newPerson,
}) => {
  test.setTimeout(180_000);
  const admin = await setUpHub(await newPerson(), hub);
  const town = new HubTown(hub.folder);
  const still = await town.picture('testsrc2=size=640x360');
  const clip = video(await town.video(6), still, 6, 'In one go');
  const mara = { name: 'Mara Lind', role: 'Fitter', team: 'Workshop 2', photo: null, goodAt: [], askMeAbout: ['Saw blades'] };
  const seen = { media: still, width: 640, height: 360 };
  const block = (type: string, attrs: object) => ({ type, attrs: { id: randomUUID(), ...attrs } }) as Block;
  const part = { ...clip, attrs: { ...clip.attrs, part: { from: 1, to: 5 } } } as Block;
  const blocks = [
    part,
    block('image', { ...seen, alt: 'The blade', decorative: false, crop: { x: 0, y: 0, width: 0.5, height: 1 }, caption: 'Worn' }),
    block('steps', {
      steps: [{ id: randomUUID(), heading: 'Pull the plug', text: '', shows: { as: 'moment', video: clip.attrs.id, at: 3, still: seen } }],
    }),
    block('flipCards', { cards: [{ id: randomUUID(), front: { text: 'Kerf' }, back: { text: 'What the blade takes away' } }] }),
    block('reflection', { question: 'When did you last look at the blade?' }),
    block('askMe', { invitation: 'Ask me before you force it.' }),
  ];
  const { id } = town.module(town.person(mara), mara, [content('Change a blade', 'You change it safely.', blocks)], 'published');
  await admin.goto(`${hub.url}/modules/${id}`);
  await expectAccessible(admin, { except: ['video'] });
  // A field of the hub is as wide as it can be; here that would break the row of controls.
  const controls = await admin.locator('.sh-controls').boundingBox();
  expect(controls?.height, 'the controls stand in one row').toBeLessThan(60);
  // So slowly that it is paused before it is at its end.
  await playAt(admin.locator('video'), 0.25);
  await admin.getByRole('link', { name: /Watch this step/ }).press('Enter');
  await expect.poll(() => timeOf(admin.locator('video'))).toBeGreaterThan(3);
  await admin.getByRole('button', { name: 'Pause' }).press('Enter');
  await admin.getByRole('button', { name: 'Back to step 1' }).press('Enter');
  await admin.getByRole('button', { name: 'Turn over card 1 of 1' }).press('Enter');
  await expect(admin.getByText('What the blade takes away')).toBeVisible();
  await admin.getByRole('link', { name: 'Ask Mara Lind' }).press('Enter');
  await expect(admin.getByRole('textbox', { name: 'Ask Mara Lind' })).toBeFocused();
  const lengths = () =>
    town
      .statements(id)
      .filter(({ verb }) => verb === 'paused')
      .map(({ statement }) => statement);
  await expect.poll(() => lengths().length).toBeGreaterThan(0);
  expect(lengths()[0]).toContain('"https://w3id.org/xapi/video/extensions/length":4');

  const plain = await newPerson({ javaScriptEnabled: false, storageState: await admin.context().storageState() });
  const page = await plain.newPage();
  await page.goto(`${hub.url}/modules/${id}`);
  await expect(page.locator('video')).toHaveAttribute('src', /#t=1,5$/);
  await expect(page.getByRole('img', { name: 'The blade' })).toBeVisible();
  await page.getByText('Kerf').click();
  await expect(page.getByText('What the blade takes away')).toBeVisible();
  await page.getByRole('link', { name: /Watch this step/ }).click();
  await expect(page).toHaveURL(new RegExp(`#block-${clip.attrs.id}$`));
  await page.getByRole('link', { name: 'Ask Mara Lind' }).click();
  await expect(page).toHaveURL(/#ask-text$/);
  town.close();
});
