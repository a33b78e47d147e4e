import { Readable } from 'node:stream';
import type { Captions, Cue } from '../../shared/model/captions/captions.ts';
import { captionsOfEdit, chaptersOfEdit } from '../../shared/model/captions/output.ts';
import { chaptersToVtt, toVtt } from '../../shared/model/captions/write.ts';
import type { EditList } from '../../shared/model/edit/list.ts';
import { noText, type VideoText } from '../../shared/model/video-text.ts';
import type { Studio } from '../studio.ts';
import { findCaptions } from './caption-rows.ts';
import { shownList } from './shown-lists.ts';

type Store = Pick<Studio, 'database' | 'media'>;

/** Captions are far below this; it is the bound of the hub as well. */
const largestText = 2_000_000;

/** The captions of every take that an edit list shows. */
export async function captionsIn({ database }: Pick<Studio, 'database'>, list: EditList): Promise<Record<string, Captions>> {
  const sources = [...new Set(list.clips.map(({ source }) => source))];
  const found = await Promise.all(sources.map(async (source) => [source, await findCaptions(database, source)] as const));
  return Object.fromEntries(found.flatMap(([source, captions]) => (captions ? [[source, captions]] : [])));
}

/** The captions of an edit in output time, and the language of the take that says most of them. */
export async function editCaptions(studio: Pick<Studio, 'database'>, list: EditList): Promise<{ cues: Cue[]; language: string } | null> {
  const bySource = await captionsIn(studio, list);
  const cues = captionsOfEdit(list, bySource);
  const most = Object.values(bySource).sort((one, other) => other.cues.length - one.cues.length)[0];
  return most && cues.length > 0 ? { cues, language: most.language } : null;
}

async function keep({ database, media }: Store, text: string): Promise<string> {
  const stored = await media.write(Readable.from([Buffer.from(text)]), { name: 'The captions', maxBytes: largestText });
  await database
    .insertInto('media')
    .values({ ...stored, type: 'text/vtt', width: null, height: null, created_at: new Date().toISOString() })
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .execute();
  return stored.hash;
}

/** Captions and chapters of an edit list as files of the media store: asked again, the same words are the same file. */
export async function textOfList(studio: Store, list: EditList): Promise<VideoText> {
  const captions = await editCaptions(studio, list);
  const chapters = chaptersOfEdit(list);
  return {
    captions: captions && { media: await keep(studio, toVtt(captions.cues)), language: captions.language },
    chapters: chapters.length > 0 ? await keep(studio, chaptersToVtt(chapters)) : null,
  };
}

/** The same for a finished video, as its takes' captions are now. Nothing where the video was not finished in this studio. */
export async function textOfVideo(studio: Store, video: string): Promise<VideoText> {
  const list = await shownList(studio.database, video);
  return list ? textOfList(studio, list) : noText;
}
