import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { locateAligner } from '../../../src/main/captions/engines/script/locate.ts';
import { locateWhisper } from '../../../src/main/captions/engines/whisper/locate.ts';
import { makeCaptions } from '../../../src/main/captions/make.ts';
import type { CaptionTools, CaptionWork } from '../../../src/shared/contract/captions.ts';
import type { Cue, Span } from '../../../src/shared/model/captions/captions.ts';
import { ffmpeg, sound, withFolder } from '../main/media/material.ts';
import { aligner, canSpeak, speak } from './speech.ts';

const nothing = { program: '', model: '' };
const nowhere = { program: '/nowhere/pocketsphinx_batch', model: '' };
const end = (spans: readonly Span[]): number => (spans.at(-1)?.to ?? 0) + 0.6;

function make(folder: string, file: string, duration: number, work: CaptionWork, chosen: Partial<CaptionTools> = {}, signal?: AbortSignal) {
  const tools = { whisper: nothing, aligner: nothing, ...chosen };
  return makeCaptions(ffmpeg, { path: join(folder, file), stream: 0, offset: 0, duration }, work, { chosen: tools, folder, signal });
}

const beginning = (cues: readonly Cue[], words: string): number =>
  cues.find(({ text }) => text.replaceAll('\n', ' ').startsWith(words))?.from ?? Number.NaN;

describe.skipIf(!aligner || !canSpeak)('the aligner for a known script (needs PocketSphinx and espeak-ng)', () => {
  test('every sentence is found where it is said, and what differs from the script is reported', async () => {
    await withFolder(async (folder) => {
      const lines = [
        { text: 'Open the till at nine in the morning.', rest: 0.5 },
        { text: 'My grandmother loves to bake chocolate cake on Sundays.', rest: 0.9 },
        { text: 'Then count the notes, the large ones before the small ones.', rest: 1 },
        { text: 'Put the Zorblax key back into the safe.', rest: 0.6 },
      ];
      const spans = await speak(folder, 'talk.wav', lines);
      const script = `Open the till at 9 in the morning. Never leave the drawer open when you go.
        Then count the notes: the large ones before the small ones. Put the Zorblax key back into the safe.`;
      const { cues, origin, language } = await make(folder, 'talk.wav', end(spans), { by: 'script', language: 'en', script });
      expect(language).toBe('en');
      for (const [index, words] of [
        [0, 'Open the till at 9'],
        [2, 'Then count the notes:'],
        [3, 'Put the Zorblax key'],
      ] as const)
        expect(Math.abs(beginning(cues, words) - (spans[index]?.from ?? 0)), words).toBeLessThan(0.15);
      const words = cues.flatMap((cue) => cue.words ?? []);
      expect(words.filter(({ guessed }) => guessed).map(({ text }) => text)).toEqual(['Zorblax']);
      if (origin.by !== 'script') throw new Error('These captions were not made from the script');
      expect(origin.missing).toEqual(['Never leave the drawer open when you go.']);
      expect(origin.extra).toHaveLength(1);
      expect(Math.abs((origin.extra[0]?.from ?? 0) - (spans[1]?.from ?? 0))).toBeLessThan(0.4);
      expect(Math.abs((origin.extra[0]?.to ?? 0) - (spans[1]?.to ?? 0))).toBeLessThan(0.4);
    });
  });

  test('a long talk is found piece by piece, over passages that are left out and passages that are added', async () => {
    await withFolder(async (folder) => {
      const things = ['till', 'drawer', 'safe', 'window', 'coffee machine', 'printer', 'front door', 'back door', 'freezer'];
      const steps = things.flatMap((thing) => [
        `Now go to the ${thing} and look at it closely.`,
        `If the ${thing} is broken, write its number on the yellow sheet.`,
        `Otherwise clean the ${thing} with warm water.`,
      ]);
      const left = new Set([6, 7, 8]);
      const lines = steps.flatMap((text, index) => (left.has(index) ? [] : [{ text, rest: index % 3 === 0 ? 1.1 : 0.4 }]));
      lines.splice(12, 0, { text: 'Yesterday evening nobody wanted to walk home in the heavy rain.', rest: 1 });
      const spans = await speak(folder, 'long.wav', lines);
      expect(end(spans)).toBeGreaterThan(80);
      const { cues, origin } = await make(folder, 'long.wav', end(spans), { by: 'script', language: 'en', script: steps.join(' ') });
      if (origin.by !== 'script') throw new Error('These captions were not made from the script');
      expect(origin.missing).toEqual(steps.filter((_, index) => left.has(index)));
      expect(origin.extra).toHaveLength(1);
      const starts = cues.flatMap((cue) => cue.words?.[0]?.from ?? []);
      const expected = spans.filter((_, index) => index !== 12).map(({ from }) => from);
      for (const moment of expected) expect(Math.min(...starts.map((start) => Math.abs(start - moment)))).toBeLessThan(0.3);
    });
  });
});

test.skipIf(!canSpeak)(
  'without an aligner a script is laid over what is said, sentence by rest, and every time is marked as guessed',
  async () => {
    await withFolder(async (folder) => {
      const lines = [
        { text: 'Open the till at nine in the morning.', rest: 0.6 },
        { text: 'Count the coins.', rest: 1.2 },
        { text: 'Then count the notes, the large ones before the small ones.', rest: 1 },
      ];
      const spans = await speak(folder, 'talk.wav', lines);
      const script = lines.map(({ text }) => text).join(' ');
      const { cues, origin } = await make(folder, 'talk.wav', end(spans), { by: 'script', language: 'de', script }, { aligner: nowhere });
      expect(origin).toMatchObject({ by: 'script', aligned: false });
      expect(cues.map(({ text }) => text.replaceAll('\n', ' '))).toEqual(lines.map(({ text }) => text));
      for (const [index, span] of spans.entries()) expect(Math.abs((cues[index]?.from ?? 0) - span.from)).toBeLessThan(0.3);
      expect(cues.every(({ words }) => words?.every(({ guessed }) => guessed))).toBe(true);
    });
  },
);

test('silence has no captions', async () => {
  await withFolder(async (folder) => {
    await sound(join(folder, 'still.wav'), 2, '0', ['-c:a', 'pcm_s16le']);
    const work: CaptionWork = { by: 'script', language: 'en', script: 'Hello.' };
    await expect(make(folder, 'still.wav', 2, work)).rejects.toMatchObject({ code: 'CAPTIONS_NO_SPEECH' });
  });
});

/** The stand-in and a "model" that says what it hears. */
async function standIn(folder: string, says: object): Promise<CaptionTools['whisper']> {
  const program = join(folder, 'bin', 'whisper-cli');
  await mkdir(join(folder, 'bin'), { recursive: true });
  await copyFile(new URL('stand-in-for-whisper-cli.mjs', import.meta.url), program);
  await chmod(program, 0o755);
  const model = join(folder, 'ggml-small.bin');
  await writeFile(model, `ggml${JSON.stringify(says)}`);
  return { program, model };
}

describe('whisper, by a program that stands in for it', () => {
  const text = 'Carefully open the till at nine. Then count the coins, please.';

  test('words and their times are read from what it writes', async () => {
    await withFolder(async (folder) => {
      await sound(join(folder, 'talk.wav'), 11, '0.3*sin(2*PI*300*t)', ['-c:a', 'pcm_s16le']);
      const whisper = await standIn(folder, { text });
      const made = await make(folder, 'talk.wav', 11, { by: 'whisper', language: 'auto' }, { whisper });
      expect(made).toMatchObject({ language: 'en', origin: { by: 'whisper', model: 'ggml-small.bin' } });
      expect(made.cues.map((cue) => cue.text)).toEqual(['Carefully open the till at nine.', 'Then count the coins, please.']);
      expect(made.cues.flatMap(({ words = [] }) => words).map(({ from, to, text: word, guessed }) => [word, from, to, guessed])).toEqual(
        text.split(' ').map((word, index) => [word, index, index + 1, undefined]),
      );
    });
  });

  test('it is ended at once when it is not wanted any more', async () => {
    await withFolder(async (folder) => {
      await sound(join(folder, 'talk.wav'), 2, '0.3*sin(2*PI*300*t)', ['-c:a', 'pcm_s16le']);
      const whisper = await standIn(folder, { text, slow: true });
      const abort = new AbortController();
      const making = make(folder, 'talk.wav', 2, { by: 'whisper', language: 'en' }, { whisper }, abort.signal);
      const stopped = expect(making).rejects.toThrow('enough');
      setTimeout(() => abort.abort(new Error('enough')), 500);
      await stopped;
    });
  });

  test('its own words say why it failed', async () => {
    await withFolder(async (folder) => {
      await sound(join(folder, 'talk.wav'), 2, '0.3*sin(2*PI*300*t)', ['-c:a', 'pcm_s16le']);
      const whisper = await standIn(folder, { text, fails: 'not enough memory' });
      const making = make(folder, 'talk.wav', 2, { by: 'whisper', language: 'en' }, { whisper });
      await expect(making).rejects.toMatchObject({ code: 'ENGINE_FAILED', data: { detail: 'error: not enough memory' } });
    });
  });

  test('what is no whisper and what is no model is told apart, and no other program is ever started', async () => {
    await withFolder(async (folder) => {
      const { program, model } = await standIn(folder, { text });
      const state = (chosen: Partial<CaptionTools['whisper']>) => locateWhisper({ program, model, ...chosen }, {});
      expect(await state({})).toMatchObject({ ready: true, program, model });
      expect(await state({ program: '' })).toEqual({ ready: false, trouble: 'none' });
      expect(await state({ program: join(folder, 'gone') })).toEqual({ ready: false, trouble: 'program-missing' });
      expect(await state({ program: process.execPath })).toEqual({ ready: false, trouble: 'program-wrong' });
      expect(await state({ model: '' })).toEqual({ ready: false, trouble: 'model-missing' });
      expect(await state({ model: program })).toEqual({ ready: false, trouble: 'model-wrong' });
      const started = join(folder, 'started');
      const other = join(folder, 'bin', 'other');
      await writeFile(other, `#!/bin/sh\ntouch '${started}'\n`);
      await chmod(other, 0o755);
      expect(await state({ program: other })).toEqual({ ready: false, trouble: 'program-wrong' });
      const { state: aligning } = await locateAligner({ program: other, model: '' });
      expect(aligning).toEqual({ ready: false, trouble: 'program-wrong' });
      expect(existsSync(started)).toBe(false);
    });
  });
});
