import { createHash } from 'node:crypto';
import { mkdir, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Hono } from 'hono';
import { z } from 'zod';
import { fileResponse } from '../../node/file-response.ts';
import { Fault } from '../../shared/contract/faults.ts';
import { Area } from '../../shared/model/edit/list.ts';
import { Id } from '../../shared/model/ids.ts';
import type { Finding } from '../../shared/model/privacy/finding.ts';
import { areaAt } from '../../shared/model/privacy/standing.ts';
import { takeSource } from '../edits/edit-sources.ts';
import { runFfmpeg } from '../media/ffmpeg.ts';
import { literal } from '../media/guard.ts';
import type { Ffmpeg } from '../media/locate.ts';
import { pictureFrom } from '../media/plan/picture-from.ts';
import { frameRate } from '../media/plan/timeline.ts';
import type { Studio } from '../studio.ts';

const number = z.coerce.number();
const Query = z.object({ take: Id, at: number.nonnegative(), x: number, y: number, width: number, height: number });

/** The address of a picture of a finding, from the middle of its time. */
export function pictureOf(finding: Finding): string {
  const at = (finding.from + finding.to) / 2;
  const area = areaAt(finding.path, at);
  const numbers = { at, ...area };
  const query = new URLSearchParams({ take: finding.source });
  for (const [name, value] of Object.entries(numbers)) query.set(name, String(Math.round(value * 1e4) / 1e4));
  return `/privacy/picture.jpg?${query}`;
}

/** Cards show a little of what stands around, in shares of the picture. */
const rim = 0.03;

function cropOf({ x, y, width, height }: Area): string {
  const left = Math.max(0, x - rim);
  const top = Math.max(0, y - rim);
  const wide = Math.min(1 - left, width + 2 * rim);
  const high = Math.min(1 - top, height + 2 * rim);
  return `crop=iw*${wide.toFixed(4)}:ih*${high.toFixed(4)}:iw*${left.toFixed(4)}:ih*${top.toFixed(4)},scale='min(iw,720)':-2`;
}

/** Pieces of a take's picture, cut out when they are first asked for, one at a time. */
export function pictureRoutes(studio: Studio, ffmpeg: () => Promise<Ffmpeg>): Hono {
  const folder = join(studio.paths.cache, 'private');
  let last: Promise<unknown> = Promise.resolve();

  const draw = async (query: z.infer<typeof Query>, area: Area, file: string): Promise<void> => {
    if (await stat(file).catch(() => null)) return;
    const { picture } = await takeSource(studio, query.take);
    await mkdir(folder, { recursive: true });
    const start = Math.max(0, Math.min(query.at - picture.offset, picture.duration));
    const { input, chain } = pictureFrom({ ...picture, start, rate: frameRate });
    const work = {
      step: 'Showing a piece of the picture',
      inputs: [input],
      filterGraph: `${chain},${cropOf(area)}[piece]`,
      outputs: [{ to: literal(`${file}.part`), options: ['-map', '[piece]', '-frames:v', '1', '-q:v', '4', '-f', 'mjpeg'] }],
    };
    await runFfmpeg(await ffmpeg(), work, { signal: studio.closing });
    await rename(`${file}.part`, file);
  };

  return new Hono().get('/privacy/picture.jpg', async (c) => {
    const query = Query.safeParse(c.req.query());
    const area = Area.safeParse(query.data);
    if (!query.success || !area.success) throw new Fault('NOT_FOUND', { what: 'picture' });
    const name = createHash('sha256').update(JSON.stringify(query.data)).digest('hex').slice(0, 32);
    const file = join(folder, `${name}.jpg`);
    const mine = last.catch(() => null).then(() => draw(query.data, area.data, file));
    last = mine.catch(() => null);
    await mine;
    return fileResponse(c.req.raw, file, { type: 'image/jpeg', cache: 'private, max-age=3600' });
  });
}
