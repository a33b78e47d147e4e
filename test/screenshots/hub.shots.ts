import type { Profile } from '../../src/shared/model/profile.ts';
import { test } from '../e2e/support/fixtures.ts';
import { setUpHub } from '../e2e/support/hub-sign-in.ts';
import { content, HubTown, heading, paragraph, quiz, steps, video } from '../e2e/support/hub-town.ts';
import { inLanguage } from '../e2e/support/in-language.ts';
import { portrait, recordScene } from './scene.ts';
import { desk, phone, takeShots } from './take.ts';

test.use({ allowedErrors: [/./] });

const sizes = [...desk, phone];

const people: Profile[] = [
  {
    name: 'Mara Lindqvist',
    role: 'Service technician',
    team: 'Field service North',
    photo: null,
    goodAt: ['Blade changes', 'Ordering parts'],
    askMeAbout: ['Saw blades', 'Safety stops'],
  },
  {
    name: 'Tomasz Wilk',
    role: 'Shift lead',
    team: 'Warehouse',
    photo: null,
    goodAt: ['Packing', 'Returns'],
    askMeAbout: ['Dangerous goods'],
  },
  {
    name: 'Ines Duarte',
    role: 'Account manager',
    team: 'Sales South',
    photo: null,
    goodAt: ['First calls'],
    askMeAbout: ['Price talks', 'Quotes'],
  },
];
const titles = ['Change a saw blade', 'Pack a battery so that it may fly', 'Say the price and stay quiet'];
const objectives = [
  'You can change the blade of a K-20 safely.',
  'You can pack a lithium battery by the rules.',
  'You can name a price without taking it back.',
];

test('the hub, empty and in use', async ({ hub, newPerson, folder }) => {
  const stranger = await (await newPerson()).newPage();
  await stranger.goto(`${hub.url}/setup#code=${hub.ready.setupCode}`);
  await takeShots(stranger, 'hub-setup', sizes);

  const page = await setUpHub(await newPerson(), hub);
  await page.goto(`${hub.url}/`);
  await takeShots(page, 'hub-start-empty', sizes);
  await stranger.goto(`${hub.url}/`);
  await takeShots(stranger, 'hub-sign-in', sizes);

  const town = new HubTown(hub.folder);
  const stage = await (await newPerson()).newPage();
  await recordScene(stage, folder);
  const clip = await town.video(4);
  const posters = await Promise.all([1, 3, 5].map((step) => town.picture(`movie=${folder}/scene-${step}.png,scale=640:360`)));
  const faces: string[] = [];
  for (const index of people.keys()) faces.push(await town.picture(`movie=${await portrait(stage, folder, index)}`));
  await stage.close();
  const blocksWith = (poster: string) => [
    paragraph('A blunt blade tears the edge, and a hurried change costs a finger. It takes four minutes.'),
    video(clip, poster, 4, 'In one go'),
    heading('Before you begin'),
    steps('Pull the plug.', 'Wait until the blade stands still.', 'Lay the key where you can reach it.'),
    quiz('What comes first?', 'Pull the plug', 'Press the stop button'),
  ];
  const blocks = blocksWith(posters[0] ?? '');
  const made = people.map((profile, index) => {
    const full = { ...profile, photo: faces[index] ?? null };
    const id = town.person(full);
    const module = town.module(
      id,
      full,
      [content(titles[index] ?? '', objectives[index] ?? '', blocksWith(posters[index] ?? ''))],
      'published',
      5 * (index + 1),
    );
    return { id, full, module };
  });
  const [mara] = made;
  if (!mara) throw new Error('The town is empty.');
  const rounds = [
    content('Sharpen a saw blade', objectives[0] ?? '', blocks),
    content('Sharpen a saw blade', objectives[0] ?? '', [...blocks, paragraph('Keep the old blade.')]),
  ];
  const arabic = inLanguage(
    content(titles[0] ?? '', objectives[0] ?? '', blocks),
    'ar',
    () => 'اسحب القابس أولاً ثم انتظر حتى تتوقف الشفرة',
  );
  const rightToLeft = town.module(mara.id, mara.full, [arabic], 'published', 40);
  const draft = town.module(mara.id, mara.full, rounds, 'in-review');
  town.comment(draft.id, draft.revisions[0] ?? '', 1, blocks[0]?.attrs.id ?? null, town.idOf('ada@example.com'), 'Say which edge.');
  const ada = town.idOf('ada@example.com');
  const [, tomasz, ines] = made;
  if (!tomasz || !ines) throw new Error('The town is too small.');
  const stored = [
    content('Store a saw blade', 'You can store a blade so that it stays sharp.', blocks),
    content('Store a saw blade', 'You can store a blade so that it stays sharp.', [...blocks, paragraph('Oil it before the summer.')]),
  ];
  const vetted = town.module(mara.id, mara.full, stored, 'approved');
  const author = { who: mara.id, name: mara.full.name };
  const reviewer = { who: tomasz.id, name: tomasz.full.name };
  const [first = '', second = ''] = vetted.revisions;
  town.log(vetted.id, [
    { ...author, what: 'handed-in', revision: first, hoursAgo: 53, detail: { round: 1 } },
    { ...reviewer, what: 'taken', revision: first, hoursAgo: 50 },
    { ...reviewer, what: 'returned', revision: first, hoursAgo: 49, detail: { reasons: 'Say what keeps it from rusting.' } },
    { ...author, what: 'handed-in', revision: second, hoursAgo: 26, detail: { round: 2 } },
    { ...reviewer, what: 'approval', revision: second, hoursAgo: 2, detail: { word: 'Clear, and short enough for the workshop.' } },
    { ...reviewer, what: 'approved', revision: second, hoursAgo: 2 },
  ]);
  town.ask({
    from: ada,
    to: mara.id,
    text: 'Which blade fits the older saw in hall 2?',
    answer: 'I made something that shows you.',
    answerModule: mara.module.id,
    hoursAgo: 30,
  });
  town.ask({ from: ada, to: ines.id, text: 'What do you say when they laugh at the price?', about: ines.module.id });
  town.ask({ from: tomasz.id, to: ada, text: 'Who orders the labels for dangerous goods now?', hoursAgo: 5 });
  town.close();

  const paths = {
    start: '/',
    module: `/modules/${mara.module.id}`,
    person: `/people/${mara.id}`,
    asks: '/asks',
    queue: '/review',
    review: `/review/${draft.id}`,
    'review-history': `/review/${vetted.id}/history`,
    'review-history-empty': `/review/${draft.id}/history`,
    policy: '/policy',
    publish: '/publish',
    people: '/people',
    lost: '/modules/00000000-0000-4000-8000-000000000000',
  };
  for (const [name, path] of Object.entries(paths)) {
    await page.goto(hub.url + path);
    await takeShots(page, `hub-${name}`, sizes);
  }
  await page.goto(`${hub.url}/modules/${rightToLeft.id}`);
  await page.getByRole('button', { name: 'العربية' }).click();
  await takeShots(page, 'hub-module-right-to-left', sizes);
  await page.goto(`${hub.url}/people`);
  await page.locator('.person-row summary').first().click();
  await page.getByRole('button', { name: 'Make a link for a new password' }).first().click();
  await takeShots(page, 'hub-people-link', sizes);
  await stranger.goto(await page.locator('#link').inputValue());
  await takeShots(stranger, 'hub-new-password', sizes);
});
