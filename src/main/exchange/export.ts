import type { ExportFormat, ExportPlan } from '../../shared/contract/exchange.ts';
import { Fault } from '../../shared/contract/faults.ts';
import { type Bundle, mediaFile } from '../../shared/model/bundle.ts';
import type { Dropped } from '../../shared/model/dropped.ts';
import { mediaOf, type Revision } from '../../shared/model/module.ts';
import type { MediaEntry, MediaType } from '../../shared/model/package.ts';
import type { SweepRecord } from '../../shared/model/privacy/record.ts';
import { reviewFile } from '../../shared/model/review/by-file.ts';
import { isSameLanguage, languageName } from '../../shared/model/translation/language.ts';
import { reviewPart } from '../review/by-file/hand-out.ts';
import type { Studio } from '../studio.ts';
import type { Packed } from './archive/write.ts';
import { broughtOf } from './brought.ts';
import { type Part, planBundle } from './bundle/plan.ts';
import type { ExchangeDesk } from './desk.ts';
import { writeMarkdown } from './markdown/write.ts';
import { writeXliff } from './xliff/write.ts';

/** All that a file will hold; nothing of the media is read before it is written. */
export interface Planned {
  fileName: string;
  type: string;
  files: Packed[];
  dropped: Dropped[];
  revision: string;
  /** About how large it will be: text packs, pictures and videos do not. */
  bytes: number;
}

/** A title as a file's name, on every system. */
export const fileNameOf = (title: string): string =>
  title
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, 80)
    .toWellFormed()
    .trim() || 'Lesson';

/** The module as it is now, and what a file of it holds. Only what is handed out for review is kept in the history. */
export async function planExport(
  studio: Studio,
  desk: ExchangeDesk,
  module: string,
  format: ExportFormat,
  language?: string,
): Promise<Planned> {
  if (format === 'xliff' && language === undefined)
    throw new Fault('INPUT_INVALID', { issues: [{ path: 'language', message: noLanguage }] });
  if (format === 'review') return planReview(studio, desk, await desk.modules.fix(module, 'handed-out'));
  const revision = await desk.modules.present(module);
  if (format === 'xliff') return planXliff(revision, language ?? '');
  return format === 'showhow' ? planShowhow(studio, desk, revision) : planMarkdown(studio, desk, revision);
}

const noLanguage = 'Say which language the translator is to write.';

function planXliff({ moduleId, hash, content }: Revision, language: string): Planned {
  if (isSameLanguage(language, content.language) && !content.translations?.[language])
    throw new Fault('INPUT_INVALID', { issues: [{ path: 'language', message: 'The lesson is written in this language.' }] });
  const text = Buffer.from(writeXliff(moduleId, content, language));
  const fileName = `${fileNameOf(content.title)}.${language}.xlf`;
  const files: Packed[] = [{ name: fileName, from: text, deflate: true }];
  return { fileName, type: 'application/xliff+xml; charset=utf-8', files, dropped: [], revision: hash, bytes: text.byteLength };
}

/** The module for a reviewer without an account at a hub, with what was said so far. */
async function planReview(studio: Studio, desk: ExchangeDesk, revision: Revision): Promise<Planned> {
  const { moduleId, hash, content } = revision;
  const [said, { name }] = await Promise.all([desk.said(moduleId), desk.profile()]);
  const value = await reviewPart(studio, { moduleId, revision: hash, by: name }, said);
  return planShowhow(studio, desk, revision, [{ name: reviewFile, value }], `${content.title}, for review`);
}

async function planShowhow(
  studio: Studio,
  desk: ExchangeDesk,
  revision: Revision,
  more: readonly Part[] = [],
  title = revision.content.title,
): Promise<Planned> {
  const bundle = await bundleOf(studio, desk, revision);
  const files = planBundle(bundle, more, studio.media.path);
  return {
    fileName: `${fileNameOf(title)}.showhow`,
    type: 'application/zip',
    files,
    dropped: [],
    revision: revision.hash,
    bytes: sizeOf(files, bundle.media),
  };
}

/** A revision with all it needs. What a colleague made stays hers when it is passed on. */
export async function bundleOf(studio: Studio, desk: ExchangeDesk, { moduleId, hash, content }: Revision): Promise<Bundle> {
  const [brought, mine, judged] = await Promise.all([broughtOf(studio, moduleId), desk.profile(), desk.videos(content)]);
  const author = brought?.author ?? mine;
  const shown = new Set(mediaOf(content));
  const searched = judged.flatMap(({ video, record }) => (record ? [{ record, here: video.edit !== null }] : []));
  const own = searched.filter(({ here }) => here).map(({ record }) => record);
  const isIn = (records: readonly SweepRecord[], media: string) => records.some((record) => record.media === media);
  // What another studio found out travels on as it came.
  const known = brought?.sweeps.filter(({ media }) => shown.has(media) && !isIn(own, media)) ?? [];
  const others = searched.filter(({ here, record }) => !here && !isIn(known, record.media)).map(({ record }) => record);
  const hashes = new Set(author.photo === null ? shown : [...shown, author.photo]);
  const media = await Promise.all([...hashes].map((one) => desk.shelf.entry(one)));
  return { moduleId, revision: hash, content, author, sweeps: [...own, ...known, ...others], media };
}

/** Markdown holds one language. */
const leftOut = (language: string): Dropped => ({
  what: `What it says in ${languageName(language, 'en')}`,
  where: 'the whole module',
  why: 'A text in Markdown has one language. Save the others as XLIFF.',
});

async function planMarkdown(studio: Studio, desk: ExchangeDesk, { hash, content }: Revision): Promise<Planned> {
  const media = await Promise.all(mediaOf(content).map((one) => desk.shelf.entry(one)));
  const types = new Map(media.map((entry): [string, MediaType] => [entry.hash, entry.type]));
  const { text, pictures, dropped } = writeMarkdown(content, (one) => types.get(one) ?? 'image/png');
  const name = fileNameOf(content.title);
  const files: Packed[] = [
    { name: `${name}.md`, from: Buffer.from(text), deflate: true },
    ...pictures.map((picture): Packed => ({ name: picture.name, from: { path: studio.media.path(picture.hash) }, deflate: false })),
  ];
  const shown = media.filter((entry) => pictures.some((picture) => picture.hash === entry.hash));
  return {
    fileName: pictures.length > 0 ? `${name}.zip` : `${name}.md`,
    type: pictures.length > 0 ? 'application/zip' : 'text/markdown; charset=utf-8',
    files,
    dropped: [...dropped, ...Object.keys(content.translations ?? {}).map(leftOut)],
    revision: hash,
    bytes: sizeOf(files, shown),
  };
}

function sizeOf(files: readonly Packed[], media: readonly MediaEntry[]): number {
  const texts = files.reduce((sum, { from }) => sum + ('path' in from ? 0 : from.byteLength), 0);
  return texts + media.reduce((sum, { bytes, hash }) => sum + bytes + 2 * mediaFile(hash).length + 100, 0);
}

export const planned = ({ fileName, bytes, dropped, revision }: Planned): ExportPlan => ({ fileName, bytes, dropped, revision });

/** The text that was planned by itself; null where it is an archive. */
export function plainText({ files, type }: Planned): Uint8Array | null {
  const [only] = files;
  return type !== 'application/zip' && only && !('path' in only.from) ? only.from : null;
}
