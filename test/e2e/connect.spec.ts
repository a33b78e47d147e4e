import { expectAccessible } from './support/accessible.ts';
import { beginBlank } from './support/begin.ts';
import { expect, openStudio, test } from './support/fixtures.ts';

test('the hub on this computer is set up and connected without an address being typed', async ({ page, context, startStudio }) => {
  const studio = await startStudio({ hub: true });
  await openStudio(page, studio, '/publish');
  const link = page.getByRole('link', { name: 'Set up your hub' });
  await expectAccessible(page);
  const [setup] = await Promise.all([context.waitForEvent('page'), link.click()]);
  await setup.getByLabel('Your name').fill('Mara');
  await setup.getByLabel('E-mail').fill('mara@example.com');
  await setup.getByLabel('Password').fill('well kept secret');
  await setup.getByRole('button', { name: 'Make the first account' }).click();
  await expect(setup.getByRole('heading', { name: 'Hello, Mara' })).toBeVisible();
  await setup.close();

  // The page has gone on to what comes next by itself.
  await expect(link).toHaveCount(0);
  await page.getByRole('button', { name: 'Connect this studio' }).click();
  await expect(page.getByLabel('Code', { exact: true })).toBeVisible();
  await expectAccessible(page);
  const [approval] = await Promise.all([context.waitForEvent('page'), page.getByRole('link', { name: 'Open the hub' }).click()]);
  await approval.getByRole('button', { name: 'Connect this studio' }).click();
  // A window closed before the hub has answered takes the answer with it.
  await expect(approval.getByRole('heading', { name: 'Connected' })).toBeVisible();
  await approval.close();
  await expect(page.getByText('as Mara')).toBeVisible({ timeout: 20_000 });

  // Who calls herself otherwise than her account at the hub reads which of the two colleagues see, wherever she hands in.
  const otherName = page.getByText(/^At .+ colleagues see you as Mara, the name of your account there\. Your profile says Mara Lind\.$/);
  const callHerself = async (name: string) => {
    await page.goto(new URL('/profile', page.url()).href);
    await page.getByLabel('Name', { exact: true }).fill(name);
    await expect(page.getByText(/^Saved\./)).toBeVisible();
  };
  await beginBlank(page);
  const desk = page.url();
  const publishing = desk.replace('/write/', '/publish/');
  await callHerself('Mara Lind');
  for (const address of [desk, publishing]) {
    await page.goto(address);
    await expect(otherName).toBeVisible();
    await expectAccessible(page);
  }
  await callHerself('Mara');
  for (const address of [desk, publishing]) {
    await page.goto(address);
    await expect(page.getByRole('button', { name: 'Hand in' })).toBeVisible();
    await expect(page.getByText(/colleagues see you as/)).toHaveCount(0);
  }

  await page.getByRole('link', { name: 'Insight' }).click();
  await expect(page.getByRole('heading', { name: 'Nothing came back yet' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Disconnect' }).click();
  await expect(page.getByRole('button', { name: 'Connect this studio' })).toBeVisible();
  await expect(link).toHaveCount(0);
});

test.describe('with a hub that refuses', () => {
  test.use({ allowedErrors: [/status of (422|503)/] });

  test('an address that is wrong, insecure or silent is said at the field', async ({ page, studio }) => {
    await openStudio(page, studio, '/publish');
    const address = page.getByLabel('Address of the hub');
    const connect = page.getByRole('button', { name: 'Connect', exact: true });
    await connect.click();
    await expect(page.getByText('Enter the address of the hub')).toBeVisible();
    await address.fill('http://hub.example.com');
    await connect.click();
    await expect(page.getByRole('alert')).toContainText('Use its https address');
    await address.fill('127.0.0.1:9');
    await expect(page.getByText('The hub is asked at http://127.0.0.1:9.')).toBeVisible();
    await connect.click();
    await expect(page.getByRole('alert')).toContainText('The hub at http://127.0.0.1:9 does not answer');
    await address.fill('wiki.invalid');
    await connect.click();
    // A machine without a network may look long for a name.
    await expect(page.getByRole('alert')).toContainText('The hub at https://wiki.invalid does not answer', { timeout: 40_000 });
    await expectAccessible(page);
  });
});
