import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Cue, longestText, mostCues } from '../../../../src/shared/model/captions/captions.ts';
import { readCaptions } from '../../../../src/shared/model/captions/read.ts';
import { chaptersToVtt, toSrt, toVtt } from '../../../../src/shared/model/captions/write.ts';

const ids = () => {
  let last = 0;
  return () => `c${++last}`;
};
const read = (text: string) => readCaptions(text, ids());
const shown = (cues: readonly Cue[] | undefined) => cues?.map(({ from, to, text }) => [from, to, text]);

test('WebVTT is read with its settings, voices and comments left out', async () => {
  const found = await read(
    'WEBVTT - made elsewhere\n\nNOTE a comment\n\nSTYLE\n::cue { color: red }\n\n1\n00:01.000 --> 00:02.500 align:start\n<v Ann>Open <b>the</b> till &amp; look</v>\n- twice\n\n01:00:03.000 --> 01:00:04.000\nLater\n',
  );
  expect(shown(found?.cues)).toEqual([
    [1, 2.5, 'Open the till & look\n- twice'],
    [3603, 3604, 'Later'],
  ]);
});

test('time stamps in a WebVTT cue become the times of its words', async () => {
  const found = await read('WEBVTT\n\n00:01.000 --> 00:03.000\n<00:01.000>Open <00:01.500><c>the</c> <00:02.000>till\n');
  expect(found?.cues[0]?.words?.map(({ from, to, text }) => [from, to, text])).toEqual([
    [1, 1.5, 'Open'],
    [1.5, 2, 'the'],
    [2, 3, 'till'],
  ]);
});

test('SubRip is read as many programs write it', async () => {
  const found = await read(
    '\uFEFF1\r\n0:0:1,5-->00:00:02,500\r\n<i>Open</i> {\\an8}the till if a < b\r\n\r\n2\r\n00:00:03.000 --> 00:00:04.000\r\nNext\r\n\r\n3\r\n00:00:08,000 --> 00:00:07,000\r\nbackwards\r\n',
  );
  expect(shown(found?.cues)).toEqual([
    [1.5, 2.5, 'Open the till if a < b'],
    [3, 4, 'Next'],
  ]);
  expect(found?.left).toBe(1);
});

test('what looks like markup stays text, and is written so that it stays it', async () => {
  const found = await read('WEBVTT\n\n00:01.000 --> 00:02.000\n&lt;img src=x onerror=alert(1)&gt; --&gt; <script>hm</script>\n');
  expect(found?.cues[0]?.text).toBe('<img src=x onerror=alert(1)> --> hm');
  const written = toVtt(found?.cues ?? []);
  expect(written).not.toMatch(/<|-->.*-->/);
  expect(shown((await read(written))?.cues)).toEqual(shown(found?.cues));
});

test('hostile files are bounded', async () => {
  const deep = await read(`WEBVTT\n\n00:01.000 --> 00:02.000\n${'<b>'.repeat(100_000)}x\n`);
  expect(deep?.cues.length).toBeLessThanOrEqual(1);
  const wide = await read(`WEBVTT\n\n00:01.000 --> 00:02.000\n${'x'.repeat(1_000_000)}\n`);
  expect(wide?.cues[0]?.text.length).toBeLessThanOrEqual(longestText);
  const many = await read(`WEBVTT\n\n${'00:01.000 --> 00:02.000\nx\n\n'.repeat(mostCues + 5)}`);
  expect(many?.cues).toHaveLength(mostCues);
  expect(many?.left).toBe(5);
});

test.each(['', 'not captions at all', '{"cues":[]}', '\0\0\0', '-->'])('%j is no caption file', async (text) => {
  expect((await read(text)) ?? { cues: [] }).toMatchObject({ cues: [] });
  if (!text.startsWith('WEBVTT')) expect(await read(text)).toBeNull();
});

test('nothing that is read can make the reader fail', async () => {
  const parts = fc.constantFrom(
    'WEBVTT',
    '\n',
    '\n\n',
    '00:01.000',
    ' --> ',
    '00:02.000',
    '<',
    '>',
    '&',
    'b',
    '</b>',
    '1',
    '{\\',
    '}',
    'a b',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(parts, fc.string()), { maxLength: 40 }), async (texts) => {
      const found = await read(texts.join(''));
      for (const cue of found?.cues ?? []) expect(cue.to).toBeGreaterThan(cue.from);
    }),
    { numRuns: 300 },
  );
});

const line = fc.string({ unit: 'grapheme', maxLength: 40 }).map((text) => text.replace(/\s+/gu, ' ').trim());
const cueText = fc.array(line, { minLength: 1, maxLength: 2 }).map((lines) => lines.filter(Boolean).join('\n'));
const cues = fc.array(fc.tuple(fc.integer({ min: 1, max: 5000 }), cueText), { maxLength: 20 }).map((parts) => {
  let at = 0;
  return parts.map(([thousandths, text], index): Cue => {
    const from = at;
    at += thousandths;
    return { id: `c${index}`, from: from / 1000, to: at / 1000, text };
  });
});
const said = (all: readonly Cue[]) => all.filter(({ text }) => !/^[\p{Cc}\s]*$/u.test(text));

test('what is written as WebVTT is read back as it was', async () => {
  await fc.assert(
    fc.asyncProperty(cues, async (all) => {
      const plain = said(all).filter(({ text }) => !/\p{Cc}/u.test(text.replaceAll('\n', '')));
      fc.pre(plain.length === all.length);
      expect(shown((await read(toVtt(all)))?.cues)).toEqual(shown(all));
    }),
    { numRuns: 200 },
  );
});

test('SubRip is numbered and written with commas', async () => {
  const all: Cue[] = [
    { id: 'a', from: 0, to: 1.25, text: 'One\n\ntwo --> three' },
    { id: 'b', from: 3723.4, to: 3725, text: '  ' },
    { id: 'c', from: 3723.4, to: 3725, text: 'End' },
  ];
  expect(toSrt(all)).toBe('1\n00:00:00,000 --> 00:00:01,250\nOne\ntwo → three\n\n2\n01:02:03,400 --> 01:02:05,000\nEnd\n');
  expect(shown((await read(toSrt(all)))?.cues)).toEqual([
    [0, 1.25, 'One\ntwo → three'],
    [3723.4, 3725, 'End'],
  ]);
});

test('chapters are written as WebVTT', () => {
  expect(chaptersToVtt([{ title: 'A & B', from: 0, to: 12 }])).toBe('WEBVTT\n\n00:00:00.000 --> 00:00:12.000\nA &amp; B\n');
});
