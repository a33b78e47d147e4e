import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Worker as Thread } from 'node:worker_threads';
import type { Page, Worker } from 'tesseract.js';
import { Fault } from '../../shared/contract/faults.ts';
import type { Word } from '../../shared/model/privacy/finding.ts';
import { doubled, type Grey } from './grey.ts';
import { languageFolder, unpacked } from './languages.ts';

const packages = createRequire(import.meta.url);

/** Reads pictures in a thread of its own, one after the other. */
export interface Reader {
  /** The words of a picture with their boxes in its pixels, read at once or twice its size. */
  read(picture: Grey, scale: 1 | 2): Promise<Word[]>;
  close(): Promise<void>;
}

/** A picture in the simplest form that the reader knows: no encoding, no copy on disk. */
const asPgm = ({ width, height, data }: Grey): Buffer => Buffer.concat([Buffer.from(`P5 ${width} ${height} 255\n`), data]);

const wordsOf = ({ blocks }: Page, scale: number): Word[] =>
  (blocks ?? []).flatMap(({ paragraphs }) =>
    paragraphs.flatMap(({ lines }) =>
      lines.flatMap(({ words }) =>
        words.map(({ text, confidence, bbox }) => ({
          text,
          confidence: Math.round(confidence),
          box: {
            x0: Math.floor(bbox.x0 / scale),
            y0: Math.floor(bbox.y0 / scale),
            x1: Math.ceil(bbox.x1 / scale),
            y1: Math.ceil(bbox.y1 / scale),
          },
        })),
      ),
    ),
  );

/** Which reader this is, for what it has read to be known again. */
export function readerName(): string {
  const { version } = packages('tesseract.js/package.json') as { version: string };
  return `tesseract.js ${version}`;
}

/** Refuses with READER_MISSING where pictures of a language cannot be read here. */
export function assertReader(language: string): void {
  if (!hasReader(language)) throw new Fault('READER_MISSING', {});
}

/** Whether pictures of a language can be read here. */
export const hasReader = (language: string): boolean => threadScript() !== null && languageFolder(language) !== null;

/** The thread's script; null where there is nothing to start. */
function threadScript(): string | null {
  try {
    const script = unpacked(packages.resolve('tesseract.js/src/worker-script/node/index.js'));
    return existsSync(script) ? script : null;
  } catch {
    return null;
  }
}

/**
 * Starts a reader. Nothing is fetched: engine and language data lie in packages.
 * Refuses with READER_MISSING where they do not.
 */
export async function startReader(language: string, signal: AbortSignal): Promise<Reader> {
  const langPath = languageFolder(language);
  const workerPath = threadScript();
  if (!langPath || !workerPath) throw new Fault('READER_MISSING', {});
  const { createWorker, OEM, PSM } = packages('tesseract.js') as typeof import('tesseract.js');
  const started: Worker = await createWorker(language, OEM.LSTM_ONLY, {
    workerPath,
    langPath,
    cacheMethod: 'none',
    logger: () => undefined,
    // What fails comes back through the promise that waits for it.
    errorHandler: () => undefined,
  });
  const broken = new Promise<never>((_, reject) => {
    const { worker } = started as unknown as { worker: Thread };
    worker.on('error', reject);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  // Whoever waits hears of it; while nobody does, it is not an unhandled one.
  broken.catch(() => undefined);
  try {
    signal.throwIfAborted();
    // Text anywhere, in no order: pages of programs are not columns of print. The resolution is named so that it is not guessed.
    await Promise.race([started.setParameters({ tessedit_pageseg_mode: PSM.SPARSE_TEXT, user_defined_dpi: '200' }), broken]);
  } catch (error) {
    await started.terminate();
    throw error;
  }
  return {
    async read(picture, scale) {
      const image = asPgm(scale === 2 ? doubled(picture) : picture);
      const { data: page } = await Promise.race([started.recognize(image, {}, { text: false, blocks: true }), broken]);
      return wordsOf(page, scale);
    },
    close: async () => void (await started.terminate()),
  };
}
