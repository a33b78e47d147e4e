import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exchangeDesk } from '../../../src/cli/exchange-desk.ts';
import { archiveStream } from '../../../src/main/exchange/archive/write.ts';
import { importDocument } from '../../../src/main/exchange/import.ts';
import type { Imported } from '../../../src/shared/contract/exchange.ts';
import { type Block, textsOfBlock } from '../../../src/shared/model/blocks/index.ts';
import { openStudio, type TestStudio } from '../support/studio.ts';
import { docx, h5p, pptx, slideLine, slidePicture, slideTable, slideText, wordParagraph, wordPicture } from './documents.ts';
import { png } from './pictures.ts';

let folder = '';
let studio: TestStudio;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'documents-'));
  studio = await openStudio(join(folder, 'workspace'));
});
afterAll(async () => {
  await studio.core.close();
  await rm(folder, { recursive: true });
});

async function bring(name: string, bytes: Buffer): Promise<{ answer: Imported; title: string; blocks: Block[] }> {
  const request = new Request(`http://studio/imports/documents?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    body: new Uint8Array(bytes),
  });
  const response = await studio.core.fetch(request);
  const answer = (await response.json()) as Imported;
  if (!response.ok) throw answer;
  const { content } = await studio.client.modules.get({ id: answer.module });
  return { answer, title: content.title, blocks: content.body.content };
}
const lines = (blocks: readonly Block[]): string[] => blocks.map((block) => `${block.type}: ${textsOfBlock(block).join(' | ')}`);
const lost = ({ dropped }: Imported): string[] => dropped.map(({ what, where }) => `${what} @ ${where}`);

test('a Word document becomes a lesson: title, headings, lists, marks, links, tables and pictures', async () => {
  const item = (text: string) =>
    `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
  const cell = (text: string) => `<w:tc>${wordParagraph(text)}</w:tc>`;
  const body = [
    wordParagraph('Closing the till', 'Title'),
    wordParagraph('Count', 'heading1'),
    '<w:p><w:r><w:t xml:space="preserve">Count it </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>twice</w:t></w:r><w:hyperlink r:id="link1"><w:r><w:t xml:space="preserve"> with help</w:t></w:r></w:hyperlink></w:p>',
    wordParagraph('Notes first', 'heading2'),
    item('Notes') + item('Coins'),
    wordPicture('pic1', 'The drawer'),
    `<w:tbl><w:tr>${cell('Coin')}${cell('Rolls')}</w:tr><w:tr>${cell('1')}${cell('25')}</w:tr></w:tbl>`,
    wordParagraph('Slowly is fast.', 'Quote'),
  ].join('');
  const { answer, title, blocks } = await bring('till.docx', await docx({ body, pictures: { 'a.png': png(30, 20) } }));
  expect(title).toBe('Closing the till');
  expect(blocks.slice(0, 5)).toMatchObject([
    { type: 'heading', attrs: { level: 2 } },
    {
      type: 'paragraph',
      content: [
        { text: 'Count it ' },
        { text: 'twice', marks: [{ type: 'bold' }] },
        { text: ' with help', marks: [{ type: 'link', attrs: { href: 'https://example.com/help' } }] },
      ],
    },
    { type: 'heading', attrs: { level: 3 } },
    { type: 'orderedList' },
    { type: 'image', attrs: { alt: 'The drawer', width: 30, height: 20 } },
  ]);
  expect(blocks.flatMap(textsOfBlock).join(' ')).toMatch(/Coin.*Rolls.*1.*25.*Slowly is fast\./);
  expect(blocks.at(-1)?.type).toBe('blockquote');
  expect(answer.from).toBe('word');
});

test('what a Word document holds beside its text is said: styles, headers, comments, charts, odd pictures', async () => {
  const words = (name: string, text: string) =>
    `<w:${name} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${wordParagraph(text)}</w:${name}>`;
  const body = [
    wordParagraph('Count', 'heading1'),
    wordParagraph('Beside it.', 'Sidebar'),
    wordPicture('pic1', 'A drawing'),
    '<w:p><w:r><w:rPr><w:u w:val="single"/></w:rPr><w:t>under</w:t></w:r></w:p>',
  ].join('');
  const { answer, blocks } = await bring(
    'loss.docx',
    await docx({
      body,
      pictures: { 'a.emf': Buffer.from('not a picture at all') },
      more: {
        'word/header1.xml': words('hdr', 'Confidential'),
        'word/footer1.xml': words('ftr', ''),
        'word/comments.xml': words('comments', 'Really?'),
        'word/charts/chart1.xml': '<c/>',
        'word/embeddings/sheet.xlsx': Buffer.from('PK'),
      },
    }),
  );
  expect(lines(blocks)).toEqual(['paragraph: Beside it.', 'paragraph: [A drawing]', 'paragraph: under']);
  expect(lost(answer)).toEqual(
    expect.arrayContaining([
      'The look of the style “Sidebar” @ the document',
      'The line at the top of each page (“Confidential”) @ the document',
      'Comments (“Really?”) @ the document',
      'A chart @ the document',
      'A file inside the document @ the document',
      'The picture a.emf @ the beginning',
      'The look of “under” (underlining) @ the beginning',
    ]),
  );
  expect(lost(answer).some((line) => line.includes('foot of each page'))).toBe(false);
});

test('a document whose text would bring in other text is refused', async () => {
  const laughs = await docx({
    body: '<w:p/>',
    more: { 'word/settings.xml': '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><x>&b;</x>' },
  });
  await expect(bring('laughs.docx', laughs)).rejects.toMatchObject({ code: 'ARCHIVE_REFUSED', data: { why: 'doctype' } });
  const slides = await pptx([{ shapes: '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>' }]);
  await expect(bring('file.pptx', slides)).rejects.toMatchObject({ code: 'ARCHIVE_BROKEN' });
  expect(await studio.client.library.named({ name: 'laughs' })).toEqual([]);
});

test('a Word document with 300 MB of pictures comes in one picture at a time', async () => {
  const count = 16;
  const size = 19_000_000;
  const jpeg = join(folder, 'a.jpg');
  await promisify(execFile)('ffmpeg', ['-y', '-v', 'error', '-f', 'lavfi', '-i', 'testsrc2=size=64x48', '-frames:v', '1', jpeg]);
  const picture = await readFile(jpeg);
  const names = Array.from({ length: count }, (_, index) => `p${index}.jpg`);
  const small = await docx({
    body: names.map((_, index) => wordPicture(`pic${index + 1}`, `Number ${index}`)).join(''),
    pictures: Object.fromEntries(names.map((name) => [name, Buffer.from('x')])),
  });
  // The same document, with each picture made large by what lies behind it.
  const { openArchive } = await import('../../../src/main/exchange/archive/read.ts');
  await writeFile(join(folder, 'small.docx'), small);
  const archive = await openArchive(join(folder, 'small.docx'), { entries: 100, unpacked: 1e6, largest: 1e6 });
  const files = await Promise.all(
    archive.files.map(async (name) => {
      const index = names.indexOf(name.split('/').at(-1) ?? '');
      if (index < 0) return { name, from: await archive.bytes(name, 1e6), deflate: false };
      const path = join(folder, `${index}.jpg`);
      await writeFile(path, Buffer.concat([picture, Buffer.alloc(size - picture.length, index)]));
      return { name, from: { path }, deflate: false };
    }),
  );
  archive.close();
  const path = join(folder, 'large.docx');
  await pipeline(archiveStream(files), createWriteStream(path));

  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let most = 0;
  const looking = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss - before);
  }, 20);
  const desk = await exchangeDesk(studio.core.studio);
  const done = await importDocument(studio.core.studio, desk, {
    path,
    name: 'large.docx',
    folder: null,
    signal: new AbortController().signal,
  });
  clearInterval(looking);
  const { content } = await studio.client.modules.get({ id: 'module' in done ? done.module : '' });
  expect(content.body.content.filter(({ type }) => type === 'image')).toHaveLength(count);
  // All pictures at once would be 304 MB, and twice that while they are unpacked.
  expect(most).toBeLessThan(220e6);
});

test('slides become headings, points, tables and pictures in the order in which they are shown, with notes below', async () => {
  const first = { shapes: slideText('ctrTitle', slideLine('Closing the till')) + slideText('subTitle', slideLine('For new colleagues')) };
  const level = '<a:pPr lvl="1"/>';
  const second = {
    shapes: [
      slideText('title', slideLine('Count')),
      slideText('body', slideLine('Notes'), slideLine('large first', level), slideLine('Coins')),
      slideText('', slideLine('Read the ', '', '<a:rPr b="1"><a:hlinkClick r:id="l1"/></a:rPr>')),
      slidePicture('p1', 'The drawer'),
      slideTable([
        ['Coin', 'Rolls'],
        ['1', '25'],
      ]),
      slideText('sldNum', slideLine('2')),
    ].join(''),
    relations: [
      { id: 'p1', type: 'image', target: '../media/a.png' },
      { id: 'l1', type: 'hyperlink', target: 'https://example.com/', outside: true },
    ],
    notes: 'Say it slowly.',
  };
  const { answer, title, blocks } = await bring('till.pptx', await pptx([first, second], { 'a.png': png(30, 20) }));
  expect([answer.from, title]).toEqual(['slides', 'Closing the till']);
  expect(lines(blocks).slice(0, 5)).toEqual([
    'paragraph: For new colleagues',
    'heading: Count',
    'bulletList: Notes | large first | Coins',
    'paragraph: Read the',
    'image: The drawer',
  ]);
  expect(blocks[2]).toMatchObject({ content: [{ content: [{}, { type: 'bulletList' }] }, {}] });
  expect(blocks[3]).toMatchObject({ content: [{ marks: [{ type: 'bold' }, { type: 'link', attrs: { href: 'https://example.com/' } }] }] });
  expect(blocks.flatMap(textsOfBlock).join(' ')).toMatch(/Coin.*Rolls.*1.*25/);
  expect(lines(blocks).at(-1)).toBe('paragraph: Say it slowly.');
});

test('what slides hold beside text and pictures is said with the number of the slide', async () => {
  const chart = '<p:graphicFrame><a:graphic><a:graphicData><c:chart xmlns:c="urn:c"/></a:graphicData></a:graphic></p:graphicFrame>';
  const { answer } = await bring(
    'loss.pptx',
    await pptx([
      { shapes: slideText('title', slideLine('One')) + chart, timing: true },
      { shapes: slideText('title', slideLine('Two')), hidden: true },
      { shapes: slidePicture('gone', 'A map') },
    ]),
  );
  expect(lost(answer)).toEqual([
    'Movements and their order @ slide 1',
    'A chart @ slide 1',
    'A hidden slide @ slide 2',
    'A picture (A map) @ slide 3',
  ]);
});

test('an H5P becomes text, pictures and questions, each with its replies', async () => {
  const part = (library: string, params: unknown, title = '') => ({ content: { library, params, metadata: { title } } });
  const { answer, title, blocks } = await bring(
    'till.h5p',
    await h5p(
      'H5P.Column',
      {
        content: [
          part('H5P.AdvancedText 1.1', { text: '<h2>Count</h2><p>Count it <strong>twice</strong>.</p><script>alert(1)</script>' }),
          part('H5P.Image 1.1', { file: { path: 'images/a.png' }, alt: 'The drawer' }),
          part('H5P.MultiChoice 1.16', {
            question: '<p>What first?</p>',
            answers: [
              { text: '<div>Notes</div>', correct: true, tipsAndFeedback: { chosenFeedback: '<div>Right.</div>', tip: '' } },
              { text: '<div>Coins</div>', correct: false, tipsAndFeedback: { chosenFeedback: '<div>Later.</div>' } },
            ],
            behaviour: { type: 'auto' },
          }),
          part('H5P.TrueFalse 1.8', { question: '<p>Coins first?</p>', correct: 'false' }),
          part('H5P.SingleChoiceSet 1.11', { choices: [{ question: 'Who?', answers: ['You', 'Nobody'] }] }),
          part('H5P.Essay 1.5', {}, 'Write about it'),
          part('H5P.Audio 1.5', {}),
        ],
      },
      { 'images/a.png': png(30, 20) },
    ),
  );
  expect([answer.from, title]).toEqual(['h5p', 'Till']);
  expect(lines(blocks)).toEqual([
    'heading: Count',
    'paragraph: Count it twice.',
    'image: The drawer',
    'quiz: What first? | Notes | Right. | Coins | Later.',
    'quiz: Coins first? | True | False',
    'quiz: Who? | Nobody | You',
  ]);
  const quizzes = blocks.flatMap((block) => (block.type === 'quiz' ? [block.attrs.quiz] : []));
  expect(quizzes.map((quiz) => [quiz.kind, 'options' in quiz ? quiz.options.map(({ correct }) => correct) : []])).toEqual([
    ['single', [true, false]],
    ['single', [false, true]],
    ['single', [false, true]],
  ]);
  expect(lost(answer)).toEqual(['A script @ the beginning', 'Essay (“Write about it”) @ the beginning', 'Audio @ the beginning']);
});

test('gaps, sections, cards and an interactive video keep their words, and a far video its address', async () => {
  const bytes = await h5p('H5P.InteractiveBook', {
    chapters: [
      {
        library: 'H5P.Column 1.18',
        metadata: { title: 'Practice' },
        params: {
          content: [
            {
              content: {
                library: 'H5P.Blanks 1.14',
                params: { text: '<p>Fill in</p>', questions: ['<p>Count the *notes/bills:paper* first.</p>'] },
              },
            },
            { content: { library: 'H5P.DragText 1.10', params: { taskDescription: '<p>Drag</p>', textField: 'Then the *coins*.' } } },
            {
              content: {
                library: 'H5P.Accordion 1.0',
                params: {
                  panels: [{ title: 'Why', content: { library: 'H5P.AdvancedText 1.1', params: { text: '<p>Because it counts.</p>' } } }],
                },
              },
            },
            { content: { library: 'H5P.Dialogcards 1.9', params: { dialogs: [{ text: '<p>Front</p>', answer: '<p>Back</p>' }] } } },
            {
              content: {
                library: 'H5P.InteractiveVideo 1.26',
                metadata: { title: 'The round' },
                params: {
                  interactiveVideo: {
                    video: { files: [{ path: 'https://example.com/round.mp4' }] },
                    assets: {
                      interactions: [
                        {
                          duration: { from: 75 },
                          action: { library: 'H5P.TrueFalse 1.8', params: { question: 'Locked?', correct: 'true' } },
                        },
                      ],
                    },
                  },
                },
              },
            },
          ],
        },
      },
    ],
  });
  const { answer, blocks } = await bring('book.h5p', bytes);
  const said = blocks.flatMap(textsOfBlock).join(' ');
  for (const words of [
    'Practice',
    'Fill in',
    'Count the',
    'first.',
    'Then the',
    'Why',
    'Because it counts.',
    'Front',
    'Back',
    'The round',
    'Locked?',
  ])
    expect(said).toContain(words);
  expect(lost(answer)).toContain('The video The round @ the chapter “Practice”');
  expect(lost(answer)).toContain('A tip for a gap (“paper”) @ the chapter “Practice”');
  expect(blocks.at(-1)?.type).toBe('quiz');
});

test('a video in an H5P asks its questions at their moments, and gaps are filled in', async () => {
  const path = join(folder, 'round.mp4');
  await promisify(execFile)('ffmpeg', [
    '-y',
    '-v',
    'error',
    '-f',
    'lavfi',
    '-i',
    'testsrc2=size=160x120:rate=10',
    '-t',
    '3',
    '-pix_fmt',
    'yuv420p',
    path,
  ]);
  const at = (from: number, library: string, params: unknown) => ({ duration: { from, to: from + 1 }, action: { library, params } });
  const interactions = [
    at(2, 'H5P.Blanks 1.14', { text: 'Fill in', questions: ['<p>The *notes/bills* first.</p>'] }),
    at(1, 'H5P.TrueFalse 1.8', { question: 'Locked?', correct: 'true' }),
    at(1.5, 'H5P.Text 1.1', { text: '<p>Mind the drawer.</p>' }),
  ];
  const params = { interactiveVideo: { video: { files: [{ path: 'videos/round.mp4' }] }, assets: { interactions } } };
  const { answer, blocks } = await bring(
    'round.h5p',
    await h5p('H5P.InteractiveVideo', params, { 'videos/round.mp4': await readFile(path) }),
  );
  expect(blocks).toMatchObject([
    {
      type: 'video',
      attrs: {
        width: 160,
        poster: expect.stringMatching(/^[0-9a-f]{64}$/),
        questions: [
          { at: 1, quiz: { kind: 'single', question: 'Locked?' } },
          { at: 2, quiz: { kind: 'fill', parts: [{ text: 'The ' }, { accepts: ['notes', 'bills'] }, { text: ' first.' }] } },
        ],
      },
    },
    { type: 'paragraph' },
  ]);
  expect(lost(answer)).toEqual(['The moments at which something is shown in the video @ the beginning']);
});

test('a video whose pictures stand long is shown by the one that stands at its moment', async () => {
  const path = join(folder, 'uneven.mp4');
  // Black from the beginning, white from the fifth second on, and not a picture between; its still is of the second second.
  const source = "color=c=black:s=160x120:r=1:d=9,format=yuv420p,geq=lum='if(lt(T,5),16,235)':cb=128:cr=128,select='eq(n,0)+gte(n,5)'";
  const run = promisify(execFile);
  await run('ffmpeg', ['-y', '-v', 'error', '-f', 'lavfi', '-i', source, '-vsync', 'vfr', '-c:v', 'libx264', '-bf', '0', path]);
  const params = { sources: [{ path: 'videos/uneven.mp4' }] };
  const { blocks } = await bring('uneven.h5p', await h5p('H5P.Video', params, { 'videos/uneven.mp4': await readFile(path) }));
  const poster = blocks[0]?.type === 'video' ? (blocks[0].attrs.poster ?? '') : '';
  const picture = ['-f', 'mjpeg', '-i', studio.core.studio.media.path(poster), '-vf', 'scale=1:1,format=gray'];
  const { stdout } = await run('ffmpeg', ['-v', 'error', ...picture, '-f', 'rawvideo', 'pipe:1'], { encoding: 'buffer' });
  expect(stdout[0]).toBeLessThan(30);
});

test('a text that is longer than any lesson, or made of thousands of quotes, is refused by name', async () => {
  await expect(bring('long.md', Buffer.from('Count the notes. '.repeat(60_000)))).rejects.toMatchObject({
    code: 'MEDIA_TOO_LARGE',
    data: { name: 'long.md', maxBytes: 1_000_000 },
  });
  const refusal = { code: 'DOCUMENT_TOO_LONG', data: { name: 'quotes.md' } };
  await expect(bring('quotes.md', Buffer.from('> Count.\n\n'.repeat(6000)))).rejects.toEqual(refusal);
});

test('a document nested thousands of levels deep is refused by name, whatever it nests; one of a hundred levels comes in', async () => {
  const deep = (count: number, [open, close = '']: readonly string[]) => `${open?.repeat(count)}text${close.repeat(count)}`;
  const before = (await studio.client.library.facets()).shelves.all;
  const nested = {
    quotes: ['> '],
    lists: ['- '],
    marks: ['**a ', ' b**'],
    markup: ['<div>', '</div>'],
    points: ['<ul><li>', '</li></ul>'],
  };
  for (const [what, parts] of Object.entries(nested)) {
    const name = `${what}.md`;
    const refusal = { code: 'DOCUMENT_TOO_DEEP', data: { name } };
    for (const count of [400, 2000])
      await expect(bring(name, Buffer.from(deep(count, parts))), `${count} ${what}`).rejects.toEqual(refusal);
  }
  const markup = deep(5000, nested.markup);
  await expect(bring('deep.h5p', await h5p('H5P.AdvancedText', { text: markup }))).rejects.toMatchObject({ code: 'DOCUMENT_TOO_DEEP' });
  const inWord: Record<string, readonly string[]> = {
    tables: ['<w:tbl><w:tr><w:tc>', '</w:tc></w:tr></w:tbl>'],
    fields: ['<w:sdt><w:sdtContent>', '</w:sdtContent></w:sdt>'],
    boxes: ['<w:p><w:r><w:pict><w:txbxContent>', '</w:txbxContent></w:pict></w:r></w:p>'],
  };
  const word = (count: number, [open = '', close = '']: readonly string[]) =>
    docx({ body: open.repeat(count) + wordParagraph('text') + close.repeat(count) });
  for (const [what, parts] of Object.entries(inWord)) {
    const name = `${what}.docx`;
    await expect(bring(name, await word(5000, parts)), what).rejects.toEqual({ code: 'DOCUMENT_TOO_DEEP', data: { name } });
  }
  const header = `<w:hdr xmlns:w="x">${'<w:p>'.repeat(5000)}${'</w:p>'.repeat(5000)}</w:hdr>`;
  await expect(
    bring('header.docx', await docx({ body: wordParagraph('text'), more: { 'word/header1.xml': header } })),
  ).rejects.toMatchObject({ code: 'DOCUMENT_TOO_DEEP' });
  expect((await studio.client.library.facets()).shelves.all).toBe(before);

  for (const [what, parts] of Object.entries(inWord)) {
    const { blocks } = await bring(`few ${what}.docx`, await word(40, parts));
    expect(lines(blocks).join(' '), what).toContain('text');
  }
  for (const [what, parts] of Object.entries(nested)) {
    const { blocks } = await bring(`few ${what}.md`, Buffer.from(deep(100, parts)));
    expect(lines(blocks).join(' ')).toContain('text');
  }
  const head = await bring('head.md', Buffer.from(`---\ntitle: ${'['.repeat(20_000)}\n---\n\nCount it.`));
  expect(lost(head.answer)).toEqual(['The head of the file @ the head of the file']);
});

test('an archive of another kind, and a page of another program, are refused by name', async () => {
  const { archiveBytes } = await import('../../../src/main/exchange/archive/write.ts');
  const other = await archiveBytes([{ name: 'data.bin', from: Buffer.from('x'), deflate: false }]);
  await expect(bring('things.zip', other)).rejects.toEqual({ code: 'DOCUMENT_UNREADABLE', data: { name: 'things.zip' } });
  await expect(bring('old.docx', Buffer.from('d0cf11e0', 'hex'))).rejects.toEqual({
    code: 'DOCUMENT_UNREADABLE',
    data: { name: 'old.docx' },
  });
  await expect(bring('broken.h5p', await h5p('H5P.Column', { content: 'no list' }))).resolves.toMatchObject({
    answer: { dropped: [{ what: 'Column' }] },
  });
});
