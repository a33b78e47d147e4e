import { createHash, randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Core } from '../../src/main/core.ts';
import type { Block } from '../../src/shared/model/blocks/index.ts';

/** A row of numbers from 0 to 1 that is the same in every run. */
function random(): () => number {
  let state = 20_261_126;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

const syllables = [
  'ba',
  'der',
  'fi',
  'gru',
  'ka',
  'lo',
  'men',
  'nü',
  'pra',
  'ri',
  'se',
  'sta',
  'tor',
  'un',
  've',
  'za',
  'schi',
  'el',
  'om',
  'ti',
];

/** Words as a language has them: a few are everywhere, most are rare. */
export function makeLanguage() {
  const next = random();
  const vocabulary = Array.from({ length: 6000 }, () =>
    Array.from({ length: 2 + Math.floor(next() * 3) }, () => syllables[Math.floor(next() * syllables.length)]).join(''),
  );
  const word = (): string => vocabulary[Math.floor(vocabulary.length ** next()) - 1] ?? 'ba';
  const words = (count: number): string => Array.from({ length: count }, word).join(' ');
  return { next, word, words };
}
export type Language = ReturnType<typeof makeLanguage>;

const paragraph = (text: string): Block => ({ type: 'paragraph', attrs: { id: randomUUID() }, content: [{ type: 'text', text }] });
const heading = (text: string): Block => ({ type: 'heading', attrs: { id: randomUUID(), level: 2 }, content: [{ type: 'text', text }] });

const stamp = (second: number) => new Date(second * 1000).toISOString().slice(11, 23);

/** Five minutes of speech as captions. */
function transcript({ words }: Language): string {
  const cues = Array.from({ length: 70 }, (_, index) => `${stamp(index * 4)} --> ${stamp(index * 4 + 4)}\n${words(9)}`);
  return `WEBVTT\n\n${cues.join('\n\n')}\n`;
}

function question({ words }: Language): Block {
  const option = (correct: boolean) => ({ id: randomUUID(), text: words(4), correct, feedback: words(8) });
  const quiz = {
    kind: 'single' as const,
    question: words(9),
    options: [option(true), option(false), option(false)],
    explanation: words(12),
  };
  return { type: 'quiz', attrs: { id: randomUUID(), quiz } };
}

/** Puts a module with a transcript, about 1,100 words in all, into a workspace; as a file of the disk would have it, without its page. */
async function makeModule({ studio }: Core, language: Language, index: number) {
  const { words } = language;
  const text = transcript(language);
  const hash = createHash('sha256').update(text).digest('hex');
  const file = studio.media.path(hash);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
  const attrs = { id: randomUUID(), media: 'a'.repeat(64), poster: null, title: words(4), duration: 280, width: 1280, height: 720 };
  const film: Block = { type: 'video', attrs: { ...attrs, captions: { media: hash, language: 'en' } } };
  const parts = Array.from({ length: 3 }, () => [heading(words(4)), paragraph(words(60)), paragraph(words(50))]).flat();
  const content = {
    title: `${words(4)} ${index}`,
    objective: words(11),
    language: 'en',
    body: { type: 'doc', content: [film, ...parts, question(language), question(language)] },
  };
  const at = new Date(Date.UTC(2026, 0, 1) + index * 60_000).toISOString();
  return { id: randomUUID(), version: 1, content: JSON.stringify(content), created_at: at, updated_at: at, removed_at: null };
}

export async function fillWorkspace(core: Core, language: Language, count: number): Promise<void> {
  for (let index = 0; index < count; index += 50) {
    const rows = await Promise.all(Array.from({ length: Math.min(50, count - index) }, (_, at) => makeModule(core, language, index + at)));
    await core.studio.database.insertInto('modules').values(rows).execute();
  }
}
