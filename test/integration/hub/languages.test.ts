import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { migrations } from '../../../src/hub/database/migrations.ts';
import type { HubTables } from '../../../src/hub/database/tables.ts';
import { openDatabase } from '../../../src/node/sqlite.ts';
import type { Block } from '../../../src/shared/model/blocks/index.ts';
import { canonicalJson } from '../../../src/shared/model/module.ts';
import { addLanguage, setText } from '../../../src/shared/model/translation/change.ts';
import { standingsIn } from '../../../src/shared/model/translation/standing.ts';
import type { LearningRecord } from '../../../src/shared/xapi/record.ts';
import { handedIn, published } from './colleagues.ts';
import { report } from './reports.ts';
import { manifest, sha256 } from './studio.ts';
import { joins, setUp, startHub, type Visitor } from './support.ts';

const fill: Block = {
  type: 'quiz',
  attrs: {
    id: randomUUID(),
    quiz: {
      kind: 'fill',
      question: 'Which button?',
      explanation: '',
      ignores: { case: true, spaces: true, diacritics: false },
      parts: [
        { type: 'text', text: 'Press the ' },
        { type: 'gap', id: 'g', accepts: ['red'], feedback: '' },
        { type: 'text', text: ' one' },
      ],
    },
  },
};

const words: Record<string, Record<string, string>> = {
  de: {
    'Stop the press': 'Die Presse anhalten',
    'Which button?': 'Welcher Knopf?',
    'Press the <1/> one': 'Den <1/> Knopf drücken',
    red: 'roten',
  },
  ar: { 'Stop the press': 'أوقف المكبس' },
};

/** A module with a question, in German but for its objective, and with an Arabic title. */
function inLanguages() {
  const bare = manifest({ title: 'Stop the press', blocks: [fill] });
  let { content } = bare;
  for (const [language, texts] of Object.entries(words)) {
    content = addLanguage(content, language);
    for (const { block, unit } of standingsIn(content, undefined)) {
      const text = texts[unit.text];
      if (text) content = setText(content, language, { block, key: unit.key }, { from: unit.text, text });
    }
  }
  return { ...bare, content, revision: sha256(canonicalJson(content)) };
}

const page = async (visitor: Visitor, path: string, reads = ''): Promise<string> => {
  const answer = await visitor.request(path, { headers: { 'Accept-Language': reads } });
  expect(answer.status, path).toBe(200);
  return answer.text();
};
const chooses = (visitor: Visitor, language: string, back = '/') => visitor.post('/language', { language, back });

it('shows a module and its own words in what the browser asks for, part by part, and else as it was written', async () => {
  const hub = await startHub();
  const admin = await setUp(hub);
  const learner = await joins(admin, 'Lea', []);
  const { path } = await published(admin, inLanguages());

  const german = await page(learner, path, 'de-CH,de;q=0.9,en;q=0.5');
  expect(german).toContain('<html lang="de">');
  expect(german).toContain('<article class="showhow-module" lang="de" dir="ltr" data-words="de">');
  expect(german).toContain('<h1>Die Presse anhalten</h1>');
  expect(german).toContain('<p class="sh-objective" lang="en" dir="ltr">Change it safely</p>');
  expect(german).toContain('Die Lücken füllen.');
  expect(german).toMatch(/value="de" lang="de" dir="ltr" aria-pressed="true">\s*Deutsch/);
  expect(german).toContain(' Bo danken</button>');

  const french = await page(learner, path, 'fr');
  expect(french).toContain('<html lang="fr">');
  expect(french).toContain('<article class="showhow-module" lang="en" dir="ltr" data-words="fr">');
  expect(french).toContain('lang="fr" dir="ltr">Complétez le texte.</p>');
  expect(await page(learner, '/', 'fr')).toContain('Bonjour, Lea');
  expect(await page(learner, '/', 'de')).toMatch(/<h3 lang="de" dir="ltr">\s*<a [^>]*>Die Presse anhalten/);
  expect(await page(learner, path, ';;;q=x,*')).toContain('<html lang="en">');
});

it('remembers what someone chose, in her browser, and leads back to where she was and nowhere else', async () => {
  const hub = await startHub();
  const admin = await setUp(hub);
  const learner = await joins(admin, 'Lea', []);
  const { path, reviewer } = await published(admin, inLanguages());
  const answer = await chooses(learner, 'ar', path);
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, path]);

  const arabic = await page(learner, path, 'fr');
  expect(arabic).toContain('<article class="showhow-module" lang="ar" dir="rtl" data-words="fr">');
  expect(arabic).toContain('<html lang="fr">');
  expect(arabic).toMatch(/<showhow-quiz [^>]*lang="en" dir="ltr"/);
  expect((await chooses(learner, 'it', '//evil.example')).headers.get('Location')).toBe('/');
  expect((await chooses(learner, 'it', '/\t/evil.example')).headers.get('Location')).toBe('/');
  expect(await page(reviewer, '/review?show=mine')).toContain('name="back" value="/review?show=mine"');
  expect((await chooses(reviewer, 'en', '/review?show=mine')).headers.get('Location')).toBe('/review?show=mine');
  expect((await chooses(learner, 'it', 'https://evil.example')).headers.get('Location')).toBe('/');
  expect(await page(learner, '/', 'fr')).toContain('Ciao, Lea');
  expect((await chooses(learner, '"><script>')).status).toBe(422);
  // Who runs the hub does so in English.
  expect(await page(admin, '/people', 'de')).toContain('<html lang="en">');
});

it('says of each title among questions in which language it is, and shows the one that colleagues see', async () => {
  const hub = await startHub();
  const admin = await setUp(hub);
  const learner = await joins(admin, 'Lea', []);
  const module = inLanguages();
  const { author, path, reviewer } = await published(admin, module);
  await learner.post(`${path}/asks`, { text: 'Welcher?' });
  const [asked] = (await author.studio.api.insights.mine()).asks;
  await author.studio.api.insights.answer({ askId: asked?.id ?? '', text: 'Der rote.', moduleId: module.moduleId });
  // A newer version waits for its reviewer: nobody else sees what it is called.
  const newer = { ...module.content, title: 'Not yet to be seen' };
  await author.studio.api.reviews.handIn({ ...module, content: newer, revision: sha256(canonicalJson(newer)) });

  const german = await page(learner, '/asks', 'de');
  const title = (language: string, words: string) => `<a href="${path}"><span lang="${language}" dir="ltr">${words}</span></a>`;
  expect(german).toContain(title('de', 'Die Presse anhalten'));
  expect(german).toMatch(/class="answer-module">.* <span lang="de" dir="ltr">Die Presse anhalten<\/span><\/a>/);
  expect(await page(learner, '/asks', 'fr')).toContain(title('en', 'Stop the press'));
  expect(await page(author.visitor, '/asks', 'de')).toContain(title('de', 'Die Presse anhalten'));
  const back = await author.studio.api.insights.mine();
  expect(back.asks).toMatchObject([{ moduleTitle: 'Stop the press', answer: { module: { title: 'Stop the press' } } }]);

  // For a title nobody reads the lesson: it is shown also where the hub could not read the rest.
  const { kysely } = await openDatabase<HubTables>(join(hub.folder, 'hub.db'), migrations);
  const lesson = (text: string) => sql`UPDATE revisions SET content = json_set(content, '$.body', json(${text}))`.execute(kysely);
  await lesson('{"type":"unknown"}');
  expect(await page(learner, '/asks', 'de')).toContain(title('de', 'Die Presse anhalten'));
  await lesson(JSON.stringify(module.content.body));
  await kysely.destroy();

  // Once it was taken back there is no page to go to.
  await reviewer.post(`/publish/${module.moduleId}/retire`, {});
  const after = await page(learner, '/asks', 'de');
  expect(after).not.toContain(`href="${path}"`);
  expect(after).toContain('<span lang="de" dir="ltr">Die Presse anhalten</span>');
});

it('shows a reviewer every language of what she approves, as learners will see it', async () => {
  const hub = await startHub();
  const admin = await setUp(hub);
  const { reviewer, review } = await handedIn(admin, inLanguages());
  const own = await page(reviewer, review, 'de');
  expect(own).toContain('<html lang="en">');
  expect(own).toContain(`href="${review}?in=de"`);
  const german = await page(reviewer, `${review}?in=de`);
  expect(german).toContain('<h1 lang="de" dir="ltr">Die Presse anhalten</h1>');
  expect(german).toMatch(/<div class="showhow-module" lang="de" dir="ltr"><div class="sh-body"><showhow-quiz/);
  expect(german).toMatch(/<div class="showhow-module" lang="en" dir="ltr"><div class="sh-body"><p [^>]*>First the plug/);
  expect(await page(reviewer, `${review}?in=ar`)).toContain('<h1 lang="ar" dir="rtl">');
  expect(await page(reviewer, `${review}?in=xx"><script>`)).toContain('<h1 lang="en" dir="ltr">Stop the press</h1>');
});

it('keeps in a learning record in which language it happened, and judges by the words of that language', async () => {
  const hub = await startHub();
  const admin = await setUp(hub);
  const learner = await joins(admin, 'Lea', []);
  const module = inLanguages();
  const { path } = await published(admin, module);
  expect(await page(learner, path, 'de')).toContain('data-language="de"');
  const answered = (text: string, language?: string): LearningRecord => ({
    id: randomUUID(),
    at: new Date().toISOString(),
    session: randomUUID(),
    moduleId: module.moduleId,
    revision: module.revision,
    ...(language && { language }),
    event: { verb: 'answered', blockId: fill.attrs.id, answer: { kind: 'fill', texts: [text] }, correct: true, attempt: 1 },
  });
  const records = [answered('roten', 'de'), answered('red', 'de'), answered('red'), answered('red', 'ar'), answered('roten', 'ar')];
  const answer = await report(learner, records);
  expect(await answer.json()).toEqual({ stored: records.map(({ id }) => id), refused: [] });
  const { kysely } = await openDatabase<HubTables>(join(hub.folder, 'hub.db'), migrations);
  const rows = await kysely.selectFrom('statements').select(['id', 'statement']).execute();
  await kysely.destroy();
  const statements = records.map(({ id }) => JSON.parse(rows.find((row) => row.id === id)?.statement ?? '{}'));
  expect(statements.map(({ context, result }) => [context.language, result?.success])).toEqual([
    ['de', true],
    ['de', false],
    ['en', true],
    // The question is not in Arabic: she answered the one in English.
    ['en', true],
    ['en', false],
  ]);
});
