import { expectAccessible } from './support/accessible.ts';
import { expect, openStudio, test } from './support/fixtures.ts';

const unknown = '0f8fad5b-d9cb-469f-a165-70867728950e';

test.use({ allowedErrors: [/status of (404|422)/] });

test('a room of something that is not there says what is missing, in the name of the tab too, and leads back', async ({ page, studio }) => {
  const rooms: [address: string, title: string, back: string][] = [
    [`/write/${unknown}`, 'No such module', 'Go to the start'],
    ['/write/x', 'No such module', 'Go to the start'],
    [`/write/${unknown}/languages`, 'No such module', 'Go to the start'],
    [`/write/${unknown}/history`, 'No such module', 'Go to the start'],
    [`/publish/${unknown}`, 'No such module', 'Go to the start'],
    [`/cut/${unknown}`, 'No such cut', 'Go to the start'],
    ['/cut/x', 'No such cut', 'Go to the start'],
    [`/record?redo=${unknown}&take=${unknown}&from=0&to=3`, 'No such step', 'Record a new take'],
    ['/record?redo=x', 'No such step', 'Record a new take'],
    [`/reviews/${unknown}`, 'No such review', 'All reviews'],
  ];
  for (const [address, title, back] of rooms) {
    await openStudio(page, studio, address);
    await expect(page.getByRole('heading', { level: 1 }), address).toHaveText(title);
    await expect(page.getByRole('heading', { level: 2 }), address).toHaveText(/is not here/);
    await expect(page).toHaveTitle(`${title} · Showhow`);
    await expect(page.getByRole('main').getByRole('link', { name: back })).toBeVisible();
    await expectAccessible(page);
  }
});
