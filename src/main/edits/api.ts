import type { Edit } from '../../shared/contract/edits.ts';
import { isOver, type Job } from '../../shared/contract/jobs.ts';
import type { EditList } from '../../shared/model/edit/list.ts';
import { api } from '../api/implement.ts';
import { shownList } from '../captions/shown-lists.ts';
import { getTake } from '../capture/take-rows.ts';
import type { Media } from '../media/media.ts';
import { timeline } from '../media/plan/timeline.ts';
import type { Studio } from '../studio.ts';
import { touchRendition } from './cache.ts';
import { discardUnused, removeEdit, restoreEdit } from './discard.ts';
import { getEdit, listEdits, openEdit, partEdit, renameEdit, type StoredEdit, saveEdit } from './edit-rows.ts';
import { editSources } from './edit-sources.ts';
import { estimateFinish } from './estimate.ts';
import { FinishInput, registerFinish } from './finish.ts';
import { finishedFrom, newerCut } from './finished.ts';
import { keyOf } from './key.ts';
import { noteOrigin, originOf } from './origins.ts';
import { findRendition } from './renditions.ts';

async function shown(studio: Studio, edit: StoredEdit): Promise<Edit> {
  const { takeId, ...rest } = edit;
  return { ...rest, take: takeId, rendition: await finishedFrom(studio, edit.list) };
}

/** The list a video was finished from, by whichever of the two remembers it. */
const listShownBy = async (studio: Studio, video: string): Promise<EditList | null> =>
  (await shownList(studio.database, video)) ?? (await originOf(studio, video))?.list ?? null;

/** An edit with what was finished from it, for other features; throws NOT_FOUND. */
export async function editNamed(studio: Studio, id: string): Promise<Edit> {
  const edit = await shown(studio, await getEdit(studio.database, id));
  if (edit.rendition) await touchRendition(studio, edit.rendition);
  return edit;
}

/** A finish of the same list that is under way: asked for twice, it runs once. */
async function underWay({ jobs }: Studio, edit: StoredEdit): Promise<Job | null> {
  for (const job of await jobs.list(edit.id)) {
    if (job.kind !== 'finish' || isOver(job.state)) continue;
    const { list } = FinishInput.parse(await jobs.inputOf(job.id));
    if (JSON.stringify(list) === JSON.stringify(edit.list)) return job;
  }
  return null;
}

/** `takes.discard`: what is cut from a take decides whether it can go. */
export const discardApi = (studio: Studio) => api.takes.discard.handler(({ input }) => discardUnused(studio, input.id));

/** The edits contract. */
export function editsApi(studio: Studio, { ffmpeg }: Media) {
  const { database, jobs } = studio;
  registerFinish(studio, ffmpeg);
  return {
    lists: api.edits.lists.handler(async ({ input }) => {
      const known = await Promise.all(input.videos.map(async (video) => ({ video, list: await listShownBy(studio, video) })));
      return known.flatMap(({ video, list }) => (list ? [{ video, list }] : []));
    }),
    newer: api.edits.newer.handler(({ input }) => newerCut(studio, input.video)),
    sizes: api.edits.sizes.handler(async ({ input }) => {
      const list = await listShownBy(studio, input.video);
      const rendition = list && (await finishedFrom(studio, list));
      return rendition?.video === input.video ? rendition.smaller : null;
    }),
    list: api.edits.list.handler(async () => Promise.all((await listEdits(database)).map((edit) => shown(studio, edit)))),
    get: api.edits.get.handler(async ({ input }) => shown(studio, await getEdit(database, input.id))),
    open: api.edits.open.handler(async ({ input }) => shown(studio, await openEdit(database, await getTake(database, input.take)))),
    save: api.edits.save.handler(async ({ input }) => shown(studio, await saveEdit(database, input.id, input.version, input.list))),
    rename: api.edits.rename.handler(async ({ input }) => shown(studio, await renameEdit(database, input.id, input.title))),
    remove: api.edits.remove.handler(async ({ input }) => shown(studio, await removeEdit(studio, input.id))),
    restore: api.edits.restore.handler(async ({ input }) => shown(studio, await restoreEdit(studio, input.id))),
    part: api.edits.part.handler(async ({ input }) =>
      Promise.all((await partEdit(database, input.id, input.parts)).map((edit) => shown(studio, edit))),
    ),
    estimate: api.edits.estimate.handler(async ({ input }) => {
      const { list } = await getEdit(database, input.id);
      return estimateFinish(studio, ffmpeg, list, await editSources(studio, list));
    }),
    finish: api.edits.finish.handler(async ({ input }) => {
      const edit = await getEdit(database, input.id);
      const sources = await editSources(studio, edit.list);
      // Refused here, where it can be mended, and not only by the job.
      timeline(edit.list.clips, sources);
      const rendition = await findRendition(studio, await keyOf(edit.list, sources));
      if (rendition) {
        await touchRendition(studio, rendition);
        await noteOrigin(studio, edit.id, edit.list, rendition);
        return { job: null, rendition };
      }
      const job = (await underWay(studio, edit)) ?? (await jobs.start('finish', edit.id, { edit: edit.id, list: edit.list }));
      return { job, rendition: null };
    }),
  };
}
