import { execFileSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { archiveBytes } from '../../../src/main/exchange/archive/write.ts';
import { planBundle } from '../../../src/main/exchange/bundle/plan.ts';
import type { Block } from '../../../src/shared/model/blocks/index.ts';
import { canonicalJson, type ModuleContent } from '../../../src/shared/model/module.ts';
import type { MediaEntry, MediaType } from '../../../src/shared/model/package.ts';
import { emptyProfile } from '../../../src/shared/model/profile.ts';
import { type ReviewPart, reviewFile } from '../../../src/shared/model/review/by-file.ts';

const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');

/** A file made by ffmpeg from one of its test pictures. */
function made(path: string, args: string[], type: MediaType): { entry: MediaEntry; path: string } {
  execFileSync(process.env.SHOWHOW_FFMPEG ?? 'ffmpeg', ['-y', '-v', 'error', ...args, path]);
  const bytes = readFileSync(path);
  return { entry: { hash: sha256(bytes), bytes: bytes.length, type }, path };
}

/** A lesson as a `.showhow` file: two texts, a picture of 640 by 360, and a video of six seconds; with `review` for a review. */
export async function lessonFile(folder: string, title: string, texts: readonly [string, string], review?: ReviewPart): Promise<Buffer> {
  const picture = made(join(folder, 'lesson.png'), ['-f', 'lavfi', '-i', 'testsrc2=size=640x360:rate=1', '-frames:v', '1'], 'image/png');
  const coding = ['-t', '6', '-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p', '-g', '30'];
  const clip = made(join(folder, 'lesson.mp4'), ['-f', 'lavfi', '-i', 'testsrc2=size=640x360:rate=30', ...coding], 'video/mp4');
  const paragraph = (text: string): Block => ({ type: 'paragraph', attrs: { id: randomUUID() }, content: [{ type: 'text', text }] });
  const size = { width: 640, height: 360 };
  const content: ModuleContent = {
    title,
    objective: 'You do it alone.',
    language: 'en',
    freshness: { owner: 'Jo Park', sources: ['Handbook, page 4'] },
    body: {
      type: 'doc',
      content: [
        paragraph(texts[0]),
        { type: 'image', attrs: { id: randomUUID(), media: picture.entry.hash, alt: 'The drawer', decorative: false, ...size } },
        { type: 'video', attrs: { id: randomUUID(), media: clip.entry.hash, poster: null, title: 'In one go', duration: 6, ...size } },
        paragraph(texts[1]),
      ],
    },
  };
  const author = { ...emptyProfile, name: 'Mara Lind', role: 'Shop lead' };
  const media = [picture.entry, clip.entry];
  const bundle = { moduleId: randomUUID(), revision: sha256(canonicalJson(content)), content, author, sweeps: [], media };
  const paths = new Map([picture, clip].map(({ entry, path }) => [entry.hash, path]));
  return archiveBytes(planBundle(bundle, review ? [{ name: reviewFile, value: review }] : [], (hash) => paths.get(hash) ?? ''));
}
