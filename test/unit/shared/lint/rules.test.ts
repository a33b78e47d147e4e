import { describe, expect, test } from 'vitest';
import type { Block } from '../../../../src/shared/model/blocks/index.ts';
import { Finding } from '../../../../src/shared/model/lint/finding.ts';
import { kindOfRule, kinds } from '../../../../src/shared/model/lint/words.ts';
import type { ModuleContent } from '../../../../src/shared/model/module.ts';
import { addLanguage, setText } from '../../../../src/shared/model/translation/change.ts';
import { standingsIn } from '../../../../src/shared/model/translation/standing.ts';
import {
  asked,
  callout,
  captions,
  facts,
  faint,
  found,
  good,
  heading,
  type Known,
  lesson,
  link,
  newId,
  paragraph,
  picture,
  question,
  seen,
  table,
  video,
  words,
} from './support.ts';

interface Example {
  rule: string;
  severity: Finding['severity'];
  good: [content: ModuleContent, known?: Known][];
  bad: [content: ModuleContent, known?: Known][];
}

const spread = (objective: string, language = 'en') => lesson([good(), asked()], { objective, language });
/** A lesson with every text written in German. */
const inGerman = (content: ModuleContent, write: (text: string) => string = (text) => `${text} (de)`): ModuleContent =>
  standingsIn(content, undefined).reduce(
    (written, { block, unit }) => setText(written, 'de', { block, key: unit.key }, { from: unit.text, text: write(unit.text) }),
    addLanguage(content, 'de'),
  );
const withBlock = (content: ModuleContent, block: Block): ModuleContent => ({
  ...content,
  body: { ...content.body, content: [...content.body.content, block] },
});
const asking = (block: Block): Block => ({ ...block, attrs: { ...block.attrs, hint: 'Say why.' } }) as Block;
const withBody = (...body: ModuleContent['body']['content']) => lesson([good(), ...body, asked()]);
const hardSentence =
  'Notwithstanding organisational responsibilities, departmental representatives systematically communicate comprehensive documentation requirements throughout administrative processing environments, considering interdependencies. ';
const easySentence = 'Open the drawer and count the notes. Write the sum down. Ask a colleague to count too. ';
const schwer =
  'Unbeschadet organisatorischer Verantwortlichkeiten kommunizieren Abteilungsverantwortliche systematisch umfassende Dokumentationsanforderungen innerhalb verwaltungstechnischer Verarbeitungsumgebungen einschließlich sämtlicher Wechselwirkungen. ';

/** Chapters of ten seconds each, and whether each is called only by its number. */
const chapters = (...numbered: boolean[]) => numbered.map((each, index) => ({ from: index * 10, to: index * 10 + 10, numbered: each }));

/** Steps, each with a heading and a text. */
const steps = (...texts: string[]): Block => ({
  type: 'steps',
  attrs: {
    id: newId(),
    steps: texts.flatMap((heading, index) => (index % 2 === 0 ? [{ id: newId(), heading, text: texts[index + 1] ?? '' }] : [])),
  },
});
const shown = { media: 'a'.repeat(64), alt: '', decorative: true, width: 10, height: 10 };
/** A step that shows something beside its words. */
const step = (heading: string, text: string, as: 'picture' | 'moment', alt = ''): Block => ({
  type: 'steps',
  attrs: {
    id: newId(),
    steps: [
      {
        id: newId(),
        heading,
        text,
        shows:
          as === 'picture'
            ? { as, ...shown, alt, decorative: alt === '' }
            : { as, video: newId(), at: 3, still: { media: shown.media, width: 10, height: 10 } },
      },
    ],
  },
});
/** A picture of a screen, as wide as the column of a lesson times `times`. */
const screen = (
  times: number,
  more: { decorative?: boolean; crop?: { x: number; y: number; width: number; height: number } } = {},
): Block => ({
  type: 'image',
  attrs: {
    id: newId(),
    media: shown.media,
    alt: more.decorative ? '' : 'The list',
    decorative: false,
    width: 640 * times,
    height: 400,
    ...more,
  },
});
const cards = (front: string, back: string): Block => ({
  type: 'flipCards',
  attrs: { id: newId(), cards: [{ id: newId(), front: { text: front }, back: { text: back } }] },
});
const resource = (address: string): Block => ({ type: 'resource', attrs: { id: newId(), title: 'The till', address, about: '' } });
const examples: Example[] = [
  { rule: 'title', severity: 'error', good: [[lesson([good(), asked()])]], bad: [[lesson([good(), asked()], { title: ' ' })]] },
  {
    rule: 'title-capitals',
    severity: 'warning',
    good: [[lesson([], { title: 'Using SAP at the till' })], [lesson([], { title: 'ISO 9001' })]],
    bad: [[lesson([], { title: 'CLOSING THE TILL' })]],
  },
  {
    rule: 'title-recorded',
    severity: 'warning',
    good: [[lesson([], { title: 'Recording of a sale, step by step' })], [lesson([video({ title: 'In one go' })])]],
    bad: [[lesson([], { title: 'Recording of 26 November, 16:38' })], [lesson([video({ title: 'Recording of 26 November, 16:38' })])]],
  },
  { rule: 'title-long', severity: 'warning', good: [[lesson([])]], bad: [[lesson([], { title: 'Closing the till '.repeat(6) })]] },
  { rule: 'objective', severity: 'error', good: [[spread('Close the till')]], bad: [[spread('')]] },
  {
    rule: 'objective-verb',
    severity: 'warning',
    good: [
      [spread('You can explain how to know a forged note')],
      [spread('Close the till and know when to call for help')],
      [spread('Du kannst die Kasse in drei Minuten abschließen', 'de')],
      [spread('Learnt by doing: close the till')],
      [spread('Understand the till', 'nl')],
    ],
    bad: [
      [spread('Understand how the till works')],
      [spread('You will know the steps')],
      [spread('After this lesson, you understand closing')],
      [spread('Du verstehst, wie die Kasse arbeitet', 'de')],
      [spread('Die Schritte kennen', 'de-AT')],
      [spread('Comprendre la caisse', 'fr')],
      [spread('Entender la caja', 'es')],
      [spread('Compreender a caixa', 'pt')],
      [spread('Capire la cassa', 'it')],
    ],
  },
  {
    rule: 'objective-one',
    severity: 'warning',
    good: [[spread('You can open and close a valve')], [spread('You can close the till in 3.5 minutes.')]],
    bad: [[spread('You can close the till. You can open the shop.')], [spread('Close the till as well as open the shop')]],
  },
  { rule: 'objective-check', severity: 'warning', good: [[lesson([good(), asked()])]], bad: [[lesson([good()])]] },
  { rule: 'body', severity: 'error', good: [[lesson([good()])]], bad: [[lesson([])], [lesson([heading('Steps')])]] },
  { rule: 'profile-name', severity: 'error', good: [[lesson([good()])]], bad: [[lesson([good()]), { name: ' ' }]] },
  { rule: 'length', severity: 'warning', good: [[lesson([good()])]], bad: [[lesson([paragraph('word '.repeat(2400))])]] },
  {
    rule: 'reading-level',
    severity: 'warning',
    good: [
      [withBody(paragraph(easySentence.repeat(12)))],
      [withBody(paragraph(hardSentence))],
      [lesson([paragraph(hardSentence.repeat(8))], { language: 'fi' })],
    ],
    bad: [[withBody(paragraph(hardSentence.repeat(8)))], [lesson([paragraph(schwer.repeat(8))], { language: 'de' })]],
  },
  {
    rule: 'heading-order',
    severity: 'warning',
    good: [[withBody(heading('Steps'), good(), heading('Counting', 3), good())]],
    bad: [[withBody(heading('Counting', 3), good(), heading('Steps'), good())]],
  },
  {
    rule: 'heading-bold',
    severity: 'warning',
    good: [
      [withBody(paragraph('Count ', words('twice', { type: 'bold' })))],
      [withBody(paragraph(words('Never leave it open.', { type: 'bold' })))],
    ],
    bad: [[withBody(paragraph(words('Before you start', { type: 'bold' })), good())]],
  },
  { rule: 'heading-empty', severity: 'warning', good: [[withBody(heading('Steps'), good())]], bad: [[withBody(heading(''), good())]] },
  {
    rule: 'heading-alone',
    severity: 'warning',
    good: [[withBody(heading('Steps'), heading('Counting', 3), good())]],
    bad: [[withBody(heading('Steps'), heading('More'), good())], [lesson([good(), heading('Steps')])]],
  },
  {
    rule: 'guided-empty',
    severity: 'warning',
    good: [[withBody(asking(good()))], [withBody(asking(asked()))]],
    bad: [[withBody(asking(paragraph()))], [withBody(asking(picture('')))], [lesson([good(), asking(paragraph())])]],
  },
  { rule: 'empty', severity: 'warning', good: [[withBody(good())]], bad: [[withBody(paragraph())], [withBody(paragraph('  '))]] },
  {
    rule: 'unfinished',
    severity: 'error',
    good: [
      [withBody(steps('Pull the plug', ''))],
      [withBody(cards('What first?', 'The plug'))],
      [withBody({ type: 'reflection', attrs: { id: newId(), question: 'When did you last count twice?' } })],
      [withBody(resource('https://a.example/till'))],
    ],
    bad: [
      [withBody(steps('Pull the plug', 'x', '', ''))],
      [withBody(cards('What first?', ' '))],
      [withBody({ type: 'reflection', attrs: { id: newId(), question: ' ' } })],
      [withBody(resource(''))],
      [withBody(asking(steps('', '')))],
      [withBody(asking(cards('What first?', '')))],
      [withBody(asking({ type: 'reflection', attrs: { id: newId(), question: '' } }))],
      [withBody(asking(resource('')))],
    ],
  },
  {
    rule: 'empty-frame',
    severity: 'warning',
    good: [[withBody(callout('Count twice.'))], [withBody(table('tableHeader'))]],
    bad: [[withBody(callout(''))], [withBody({ type: 'codeBlock', attrs: { id: newId(), language: 'SQL' } })]],
  },
  {
    rule: 'table-head',
    severity: 'warning',
    good: [[withBody(table('tableHeader'))], [withBody(table('tableCell', 'tableHeader'))]],
    bad: [[withBody(table('tableCell'))]],
  },
  {
    rule: 'alternative-text',
    severity: 'error',
    good: [[withBody(picture('The open drawer'))], [withBody(picture('', true))]],
    bad: [[withBody(picture(''))], [withBody(picture('  '))]],
  },
  {
    rule: 'alternative-text-file',
    severity: 'error',
    good: [[withBody(picture('The open drawer'))], [withBody(picture('Version 2 of the form'))], [withBody(picture('Step 3'))]],
    bad: [[withBody(picture('IMG_2044.JPG'))], [withBody(picture('Screenshot 2026-01-02 10.44'))], [withBody(picture('till-open.png'))]],
  },
  {
    rule: 'alternative-text-prefix',
    severity: 'warning',
    good: [[withBody(picture('The open drawer'))], [withBody(picture('Picture frames on the wall'))]],
    bad: [[withBody(picture('A picture of the open drawer'))], [lesson([picture('Bild von der offenen Lade')], { language: 'de' })]],
  },
  {
    rule: 'picture-alone',
    severity: 'error',
    good: [
      [withBody(step('Pull the plug', '', 'moment'))],
      [withBody(step('', 'It clicks.', 'moment'))],
      [withBody(step('', '', 'picture', 'The plug, out'))],
      [withBody(step('Pull the plug', '', 'picture'))],
    ],
    bad: [
      [withBody(step(' ', '', 'moment'))],
      [withBody(asking(step('', '', 'moment')))],
      [withBody(step('', ' ', 'picture'))],
      [
        withBody({
          type: 'flipCards',
          attrs: { id: newId(), cards: [{ id: newId(), front: { text: '', picture: shown }, back: { text: 'Plug' } }] },
        }),
      ],
    ],
  },
  {
    rule: 'picture-contrast',
    severity: 'warning',
    good: [
      [withBody(screen(1)), { pictures: [seen()] }],
      [withBody(screen(1))],
      // Large letters need less, and so do bold ones that are nearly as large.
      [withBody(screen(1)), { pictures: [seen({ faint: [faint({ ratio: 3.2, size: 30 })] })] }],
      [withBody(screen(1)), { pictures: [seen({ faint: [faint({ ratio: 3.2, size: 20, stroke: 3 })] })] }],
      // Measuring is not exact.
      [withBody(screen(1)), { pictures: [seen({ faint: [faint({ ratio: 4.4 })] })] }],
      // What is cut away is not shown.
      [withBody(screen(1, { crop: { x: 0.5, y: 0, width: 0.5, height: 1 } })), { pictures: [seen({ faint: [faint()] })] }],
      // A stray word in a decoration is a part of it.
      [withBody(screen(1, { decorative: true })), { pictures: [seen({ words: 2, faint: [faint()] })] }],
    ],
    bad: [
      [withBody(screen(1)), { pictures: [seen({ faint: [faint()] })] }],
      [withBody(screen(1)), { pictures: [seen({ faint: [faint({ ratio: 2.5, size: 30 })] })] }],
      [withBody(screen(1)), { pictures: [seen({ faint: [faint({ ratio: 3.2, size: 20, stroke: 1.5 })] })] }],
      // Large in the file, small on the page.
      [withBody(screen(2)), { pictures: [seen({ faint: [faint({ ratio: 3.2, size: 30 })] })] }],
      [withBody(step('Open it', '', 'picture', 'The list')), { pictures: [seen({ faint: [faint()] })] }],
      [withBody(screen(1, { crop: { x: 0, y: 0, width: 0.5, height: 1 } })), { pictures: [seen({ faint: [faint()] })] }],
      [withBody(screen(1, { decorative: true })), { pictures: [seen({ words: 3, faint: [faint()] })] }],
    ],
  },
  {
    rule: 'picture-unseen',
    severity: 'warning',
    good: [
      [withBody(screen(1)), { pictures: [seen()] }],
      [withBody(screen(1)), { pictures: [seen({ state: 'waiting', words: 0 })] }],
      [withBody(screen(1))],
    ],
    bad: [[withBody(screen(1)), { pictures: [seen({ state: 'unseen', words: 0 })] }]],
  },
  {
    rule: 'captions',
    severity: 'warning',
    good: [[withBody(video(captions))], [withBody(video()), { videos: [facts({ speech: 'none' })] }]],
    bad: [[withBody(video())], [withBody(video()), { videos: [facts()] }]],
  },
  {
    rule: 'chapter-names',
    severity: 'warning',
    good: [
      [withBody(video()), { videos: [facts({ chapters: chapters(false, false) })] }],
      [withBody(video()), { videos: [facts({ chapters: chapters(true) })] }],
      [withBody(video({ part: { from: 0, to: 10 } })), { videos: [facts({ chapters: chapters(true, true) })] }],
    ],
    bad: [
      [withBody(video()), { videos: [facts({ chapters: chapters(false, true) })] }],
      [withBody(video({ part: { from: 5, to: 15 } })), { videos: [facts({ chapters: chapters(true, true) })] }],
    ],
  },
  {
    rule: 'privacy',
    severity: 'error',
    good: [
      [withBody(video()), { videos: [facts()] }],
      [withBody(video())],
      [withBody(video()), { videos: [facts({ edit: null, privacy: { state: 'unsearched', open: 0 } })] }],
    ],
    bad: [
      [withBody(video()), { videos: [facts({ privacy: { state: 'open', open: 2 } })] }],
      [withBody(video()), { videos: [facts({ privacy: { state: 'outdated', open: 1 } })] }],
    ],
  },
  {
    rule: 'take-health',
    severity: 'warning',
    good: [[withBody(video()), { videos: [facts()] }]],
    bad: [[withBody(video()), { videos: [facts({ faults: ['The microphone recorded nothing at all.'] })] }]],
  },
  {
    rule: 'link-address',
    severity: 'warning',
    good: [[withBody(paragraph(link('the form', 'https://forms.example/a')))]],
    bad: [[withBody(paragraph('See ', link('https://forms.example/a?b=1', 'https://forms.example/a?b=1')))]],
  },
  {
    rule: 'link-text',
    severity: 'warning',
    good: [[withBody(paragraph(link('the form', 'https://forms.example/a')))]],
    bad: [[withBody(paragraph('Click ', link('Here', 'https://forms.example/a')))]],
  },
  {
    rule: 'link-same-text',
    severity: 'warning',
    good: [[withBody(paragraph(link('the form', 'https://a.example/'), ' and ', link('the form', 'https://a.example/')))]],
    bad: [[withBody(paragraph(link('the form', 'https://a.example/'), ' and ', link('The form', 'https://b.example/')))]],
  },
  {
    rule: 'quiz-unfinished',
    severity: 'error',
    good: [[withBody()]],
    bad: [
      [withBody(question(['Count', 'Lock']))],
      [withBody(question(['*Count']))],
      [withBody(question(['*Count', 'Lock'], { question: '' }))],
    ],
  },
  { rule: 'quiz-same-answers', severity: 'error', good: [[withBody()]], bad: [[withBody(question(['*Count', 'count ']))]] },
  {
    rule: 'quiz-longest',
    severity: 'warning',
    good: [[withBody(question(['*Count it twice', 'Lock it', 'Call someone']))]],
    bad: [[withBody(question(['*Count the whole till twice before you lock it', 'Lock it', 'Call someone']))]],
  },
  {
    rule: 'quiz-all-of-these',
    severity: 'warning',
    good: [[withBody(question(['*Count all the notes', 'Lock it']))]],
    bad: [
      [withBody(question(['Count', 'Lock', '*All of the above']))],
      [lesson([question(['*Zählen', 'Keine der Antworten'])], { language: 'de' })],
    ],
  },
  {
    rule: 'quiz-feedback',
    severity: 'warning',
    good: [[withBody()]],
    bad: [[withBody(question(['*Count', 'Lock'], { explanation: '' }))]],
  },
  {
    rule: 'quiz-position',
    severity: 'warning',
    good: [[lesson([good(), question(['*a', 'b']), question(['a', '*b']), question(['*a', 'b'])])]],
    bad: [[lesson([good(), question(['*a', 'b']), question(['*a', 'b']), question(['*a', 'b'])])]],
  },
  {
    rule: 'quiz-negation',
    severity: 'warning',
    good: [
      [withBody(question(['*a', 'b'], { question: 'Which is NOT a note?' }))],
      [withBody(question(['*a', 'b'], { question: 'Which knot holds?' }))],
    ],
    bad: [
      [withBody(question(['*a', 'b'], { question: 'Which is not a note?' }))],
      [lesson([question(['*a', 'b'], { question: 'Was ist keine Note?' })], { language: 'de' })],
    ],
  },
  {
    rule: 'answer-in-video',
    severity: 'warning',
    good: [
      [lesson([good(), video(captions), asked()]), { videos: [facts({ spoken: 'Count the till twice' })] }],
      [lesson([video(captions), asked()]), { videos: [facts({ spoken: 'Something else is said' })] }],
      [lesson([video(), asked()])],
    ],
    bad: [[lesson([video(captions), asked()]), { videos: [facts({ spoken: 'First you count the till twice, and then rest.' })] }]],
  },
  {
    rule: 'review-by',
    severity: 'warning',
    good: [[lesson([good()], { freshness: { reviewBy: '2026-11-26' } })], [lesson([good()])]],
    bad: [[lesson([good()], { freshness: { reviewBy: '2026-11-25' } })]],
  },
  {
    rule: 'review-date',
    severity: 'warning',
    good: [[withBody(good())], [lesson([paragraph('Since 2026 it costs 5 €')], { freshness: { reviewBy: '2027-01-01' } })]],
    bad: [[withBody(paragraph('It costs 5 € since January'))], [withBody(paragraph('From version 4.2 on'))]],
  },
  {
    rule: 'claim-source',
    severity: 'warning',
    good: [
      [withBody(paragraph('Studies show that ', link('two counts find more', 'https://a.example/')))],
      [lesson([paragraph('Studies show it.')], { freshness: { sources: ['The report of 2024'] } })],
    ],
    bad: [
      [withBody(paragraph('Studies show that two counts find more.'))],
      [lesson([paragraph('Studien zeigen, dass es hilft.')], { language: 'de' })],
    ],
  },
  {
    rule: 'translation-missing',
    severity: 'warning',
    good: [[lesson([good()])], [inGerman(lesson([good()]))]],
    bad: [[addLanguage(lesson([good()]), 'de')], [withBlock(inGerman(lesson([])), good())]],
  },
  {
    rule: 'translation-outdated',
    severity: 'warning',
    good: [[inGerman(lesson([good()]))]],
    bad: [[{ ...inGerman(lesson([good()])), title: 'Closing the till in the evening' }]],
  },
  {
    rule: 'translation-broken',
    severity: 'warning',
    good: [[inGerman(lesson([paragraph('Press ', words('Save', { type: 'bold' }))]), (text) => `${text} (de)`)]],
    bad: [
      [inGerman(lesson([paragraph('Press ', words('Save', { type: 'bold' }))]), () => 'Auf Sichern')],
      [inGerman(lesson([]), (text) => text.repeat(20))],
    ],
  },
];

test('every kind of finding has a good and a bad example', () => {
  expect(examples.map(({ rule }) => rule).sort()).toEqual(Object.keys(kinds).sort());
  for (const { rule, good: fine, bad } of examples) expect([fine.length > 0, bad.length > 0], rule).toEqual([true, true]);
  const said = examples.flatMap(({ good: fine, bad }) => [...fine, ...bad]).flatMap(([content, known]) => found(content, known));
  for (const { rule } of said) expect(Object.keys(kinds)).toContain(rule);
});

describe.each(examples)('$rule', ({ rule, severity, good: fine, bad }) => {
  const of = ([content, known]: [ModuleContent, Known?]) => found(content, known).filter((one) => one.rule === rule);

  test.each(fine.map((example) => [example]))('says nothing of what is well', (example) => {
    expect(of(example)).toEqual([]);
  });

  test.each(bad.map((example) => [example]))('finds what is not, says why, and where', (example) => {
    const findings = of(example);
    expect(findings.length).toBeGreaterThan(0);
    for (const finding of findings) {
      expect(Finding.parse(finding)).toEqual(finding);
      expect(finding.severity).toBe(severity);
      expect(finding.message).not.toBe('');
      expect(finding.why).not.toBe('');
      expect(finding.block !== null || finding.where !== undefined).toBe(true);
      if (finding.block) expect(example[0].body.content.map(({ attrs }) => attrs.id)).toContain(finding.block);
    }
  });

  test('has words of its own', () => {
    expect(kindOfRule(rule)).not.toBe(rule);
  });
});

test('a video that was not searched is a warning, not an error', () => {
  const [finding] = found(withBody(video()), { videos: [facts({ privacy: { state: 'unsearched', open: 0 } })] }).filter(
    ({ rule }) => rule === 'privacy',
  );
  expect(finding?.severity).toBe('warning');
});

test('faint words are named, the worst contrast with them, and where it is so', () => {
  const of = (words: ReturnType<typeof faint>[]) =>
    found(withBody(screen(1)), { pictures: [seen({ faint: words })] }).find(({ rule }) => rule === 'picture-contrast')?.message;
  expect(of([faint()])).toBe('A word in a picture is hard to see: “Reports” has a contrast of 2.3 to 1.');
  const several = ['Save', 'Cancel', 'Save', 'Help', 'About'].map((text, index) => faint({ text, ratio: 1.99 + index / 10 }));
  expect(of(several)).toBe('Words in a picture are hard to see: “Save”, “Cancel”, “Help” and more. The worst has a contrast of 1.9 to 1.');
  expect(of([faint({ theme: 'dark' })])).toBe(
    'A word in a picture is hard to see where the page is dark and shines through: “Reports” has a contrast of 2.3 to 1.',
  );
});

test('pictures that could not be looked at are said once', () => {
  const unseen = { pictures: [seen({ state: 'unseen', words: 0 })] };
  const findings = found(withBody(screen(1), screen(2)), unseen).filter(({ rule }) => rule === 'picture-unseen');
  expect(findings.map(({ message }) => message)).toEqual(['Two pictures were not searched for words that are hard to see.']);
});

test('a lesson that is well has no finding', () => {
  expect(found(withBody(heading('Steps'), good(), picture('The open drawer'), video(captions)))).toEqual([]);
});

test('an empty module names everything that is missing, in the order of the page', () => {
  const empty = lesson([], { title: ' ', objective: '' });
  expect(found(empty, { name: '' }).map(({ rule }) => rule)).toEqual(['title', 'objective', 'body', 'profile-name']);
});

test('errors come before warnings, each in the order of the page', () => {
  const first = picture('');
  const second = picture('');
  const rules = found(lesson([paragraph(), first, good(), second]));
  expect(rules.map(({ rule, block }) => [rule, block]).slice(0, 2)).toEqual([
    ['alternative-text', first.attrs.id],
    ['alternative-text', second.attrs.id],
  ]);
  expect(rules.slice(2).every(({ severity }) => severity === 'warning')).toBe(true);
});
