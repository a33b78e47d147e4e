import { isFault } from '../../../shared/contract/faults.ts';
import type { PictureFacts } from '../../../shared/model/lint/pictures.ts';
import type { Ffmpeg } from '../../media/locate.ts';
import { hasReader, type Reader, startReader } from '../../privacy/reader.ts';
import { privacySettings } from '../../privacy/settings.ts';
import type { Studio } from '../../studio.ts';
import { keepSeen, readSeen } from './kept.ts';
import { lookAt } from './look.ts';

/** What the studio knows of pictures that modules show. */
export interface Looks {
  /** What is known now; a picture that nobody looked at is `waiting`, and its turn comes. */
  known(pictures: readonly string[]): Promise<PictureFacts[]>;
  /** The same, when each was looked at. */
  all(pictures: readonly string[]): Promise<PictureFacts[]>;
  close(): Promise<void>;
}

interface Turn {
  media: string;
  language: string;
  settle(facts: PictureFacts): void;
  facts: Promise<PictureFacts>;
}

/** A full screen of small text is read in a few seconds; what takes as long as this is not read at all. In milliseconds. */
const longest = 60_000;

const blank = (media: string, state: 'waiting' | 'unseen'): PictureFacts => ({ media, state, words: 0, faint: [] });

const ended = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    else signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });

/** A reader for as long as pictures wait; another language needs another one. */
function createSeat({ closing, log }: Pick<Studio, 'closing' | 'log'>) {
  let seated: { reader: Reader; language: string } | null = null;
  const leave = async (): Promise<void> => {
    const { reader } = seated ?? {};
    seated = null;
    await reader?.close().catch((error: unknown) => log.warn({ err: error }, 'a reader of pictures did not end'));
  };
  return {
    leave,
    async reader(language: string): Promise<Reader> {
      if (seated && seated.language !== language) await leave();
      seated ??= { reader: await startReader(language, closing), language };
      return seated.reader;
    },
  };
}

/**
 * Looks at pictures one at a time, each once: what was seen is kept. What could not be read is tried again after the next
 * start of the program, and not before.
 */
export function createLooks(studio: Studio, ffmpeg: () => Promise<Ffmpeg>): Looks {
  const { paths, media: store, log, closing } = studio;
  const turns = new Map<string, Turn>();
  const failed = new Set<string>();
  const nameOf = (media: string, language: string): string => `${media} ${language}`;
  const seat = createSeat(studio);
  let working: Promise<void> | null = null;

  const look = async ({ media, language }: Turn): Promise<PictureFacts> => {
    const signal = AbortSignal.any([closing, AbortSignal.timeout(longest)]);
    try {
      const seeing = async () => lookAt(await ffmpeg(), await seat.reader(language), { media, path: store.path(media) }, signal);
      const facts = await Promise.race([seeing(), ended(signal)]);
      signal.throwIfAborted();
      await keepSeen(paths, facts, language);
      return facts;
    } catch (error) {
      // A reader that is still at it, or broke, reads no more.
      await seat.leave();
      if (closing.aborted) return blank(media, 'waiting');
      failed.add(nameOf(media, language));
      log.warn({ err: error, media, code: isFault(error) ? error.code : undefined }, 'a picture could not be looked at');
      return blank(media, 'unseen');
    }
  };

  const work = async (): Promise<void> => {
    // Those that come meanwhile are met as well.
    for (const [name, turn] of turns) {
      turn.settle(closing.aborted ? blank(turn.media, 'waiting') : await look(turn));
      turns.delete(name);
    }
    await seat.leave();
  };
  const begin = (): void => {
    working ??= work()
      .catch((error: unknown) => log.error({ err: error }, 'looking at pictures stopped'))
      .finally(() => {
        working = null;
        // Came while the reader was leaving.
        if (turns.size > 0) begin();
      });
  };

  const turnOf = (media: string, language: string): Turn => {
    const name = nameOf(media, language);
    const known = turns.get(name);
    if (known) return known;
    const { promise: facts, resolve: settle } = Promise.withResolvers<PictureFacts>();
    const turn = { media, language, settle, facts };
    turns.set(name, turn);
    begin();
    return turn;
  };

  const each = async (pictures: readonly string[], otherwise: (turn: Turn) => PictureFacts | Promise<PictureFacts>) => {
    const { language } = await privacySettings(studio);
    const isThere = hasReader(language);
    const one = async (media: string): Promise<PictureFacts> => {
      const seen = isThere ? await readSeen(paths, media, language) : null;
      if (seen) return seen;
      if (!isThere || failed.has(nameOf(media, language))) return blank(media, 'unseen');
      return otherwise(turnOf(media, language));
    };
    return Promise.all(pictures.map(one));
  };

  return {
    known: (pictures) => each(pictures, ({ media }) => blank(media, 'waiting')),
    all: (pictures) => each(pictures, ({ facts }) => facts),
    close: async () => void (await working),
  };
}
