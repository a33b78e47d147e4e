import { z } from 'zod';
import { isFault } from '../../shared/contract/faults.ts';
import type { HandInVideo } from '../../shared/contract/publishing.ts';
import type { EditList } from '../../shared/model/edit/list.ts';
import type { ModuleContent } from '../../shared/model/module.ts';
import type { Finding } from '../../shared/model/privacy/finding.ts';
import { countKinds, SweepRecord } from '../../shared/model/privacy/record.ts';
import { type Standing, standingOf } from '../../shared/model/privacy/standing.ts';
import { lengthOf } from '../../shared/model/ranges.ts';
import { getEdit } from '../edits/edit-rows.ts';
import { originOf } from '../edits/origins.ts';
import type { Studio } from '../studio.ts';
import type { Coverage } from './coverage.ts';
import { knownOf } from './sweep.ts';

/** What the privacy search has to say on a video that a module shows. */
export interface Judged {
  video: HandInVideo;
  /** What travels with the module; null where not all of it was searched, or something is open. */
  record: SweepRecord | null;
}

const whole = (videos: ModuleContent['body']['content']) =>
  videos.flatMap((block) => (block.type === 'video' ? [{ media: block.attrs.media, title: block.attrs.title }] : []));

/** The edit as it is now: what is dismissed changes no picture, so it counts for a video that was finished before. */
async function present(studio: Studio, edit: string): Promise<{ title: string; list: EditList } | null> {
  try {
    return await getEdit(studio.database, edit);
  } catch (error) {
    if (isFault(error) && error.code === 'NOT_FOUND') return null;
    throw error;
  }
}

/** Takes that are gone cannot be searched any more. */
async function known(studio: Studio, list: EditList): Promise<Coverage | null> {
  try {
    return await knownOf(studio, list);
  } catch (error) {
    if (isFault(error) && error.code === 'NOT_FOUND') return null;
    throw error;
  }
}

interface Decided {
  finding: Finding;
  standing: Standing;
}

const standings = (list: EditList, findings: readonly Finding[]): Decided[] =>
  findings.flatMap((finding) => {
    const standing = standingOf(list, finding);
    return standing ? [{ finding, standing }] : [];
  });

/**
 * A video that came in a `.showhow` file was searched, if at all, in the studio it was made in. Its record travels on as what it is:
 * what the file says, which nobody here can search again.
 */
async function broughtAlong(studio: Studio, media: string, title: string): Promise<Judged | null> {
  const rows = await studio.database.selectFrom('brought').select('sweeps').where('sweeps', 'like', `%${media}%`).execute();
  const records = rows.flatMap(({ sweeps }) => z.array(SweepRecord).parse(JSON.parse(sweeps)));
  const record = records.filter((one) => one.media === media).toSorted((a, b) => b.searchedAt.localeCompare(a.searchedAt))[0];
  if (!record) return null;
  const reader = record.reader.endsWith(byItsFile) ? record.reader : `${record.reader.slice(0, 60 - byItsFile.length)}${byItsFile}`;
  return { video: { media, title, edit: null, state: 'clear', open: 0 }, record: { ...record, reader } };
}
const byItsFile = ', as its file says';

/** How one video stands; `blockTitle` names it where its edit is gone. */
export async function judge(studio: Studio, media: string, blockTitle: string): Promise<Judged> {
  const origin = await originOf(studio, media);
  const edit = origin && (await present(studio, origin.edit));
  const title = edit?.title ?? blockTitle;
  const unknown: Judged = { video: { media, title, edit: null, state: 'unsearched', open: 0 }, record: null };
  if (!origin || !edit) return (await broughtAlong(studio, media, title)) ?? unknown;
  const coverage = await known(studio, origin.list);
  if (!coverage) return unknown;
  const video = { media, title, edit: origin.edit };
  // Covers as they were when the video was made; dismissals as they are now.
  const finished = standings({ ...origin.list, dismissals: edit.list.dismissals }, coverage.findings);
  const open = finished.filter(({ standing }) => standing === 'open');
  if (open.length > 0) {
    const hiddenSince = open.every(({ finding }) => standingOf(edit.list, finding) !== 'open');
    return { video: { ...video, state: hiddenSince ? 'outdated' : 'open', open: open.length }, record: null };
  }
  if (lengthOf(coverage.missing) > 0) return { video: { ...video, state: 'unsearched', open: 0 }, record: null };
  return {
    video: { ...video, state: 'clear', open: 0 },
    record: recordOf(media, coverage, { ...origin.list, dismissals: edit.list.dismissals }, finished),
  };
}

function recordOf(media: string, { searched, searchable }: Coverage, list: EditList, decided: readonly Decided[]): SweepRecord | null {
  const oldest = searched.toSorted((a, b) => a.searchedAt.localeCompare(b.searchedAt))[0];
  if (!oldest) return null;
  const { searchedAt, reader, language } = oldest;
  return { media, searchedAt, reader, language, seconds: Math.round(searchable * 10) / 10, kinds: countKinds(list, decided) };
}

/** How each video of a module stands, each once. */
export async function judgeVideos(studio: Studio, content: ModuleContent): Promise<Judged[]> {
  const videos = new Map(whole(content.body.content).map(({ media, title }) => [media, title]));
  return Promise.all([...videos].map(([media, title]) => judge(studio, media, title)));
}
