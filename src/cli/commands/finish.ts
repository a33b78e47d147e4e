import { copyFile, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import type { Core } from '../../main/core.ts';
import type { Ffmpeg } from '../../main/media/locate.ts';
import type { RenderRequest } from '../../main/media/render.ts';
import type { Ladder } from '../../main/media/sizes.ts';
import type { EditList } from '../../shared/model/edit/list.ts';
import type { Rendition } from '../../shared/model/rendition.ts';
import { shorterSide } from '../../shared/model/video-sizes.ts';
import { type WorkspaceOptions, withCore } from '../core.ts';
import { type FinishInput, readInput } from '../media/input.ts';
import { interruption, progressLine } from '../media/progress.ts';
import { anotherRange, type Range, rangeOf } from '../media/ranges.ts';
import { say } from '../output.ts';

interface FinishOptions extends WorkspaceOptions {
  out: string;
  trim?: Range;
  cut?: Range[];
  camera?: string;
  sizes?: number[];
  hls?: boolean;
  json?: boolean;
}

interface Watch {
  signal: AbortSignal;
  progress: (value: number) => void;
}

const names = {
  video: 'video.mp4',
  poster: 'poster.jpg',
  sprite: 'sprite.jpg',
  waveform: 'waveform.json',
  rendition: 'rendition.json',
} as const;

/** Smaller sizes and streams, where the command or the edit list asks for them. */
const ladderOf = ({ sizes, hls = false }: FinishOptions, edit: EditList): Ladder | null => {
  const wanted = sizes ?? edit.sizes ?? [];
  return wanted.length > 0 || hls ? { sizes: wanted, hls } : null;
};

function sizesOf(text: string): number[] {
  const sizes = text.split(',').map(Number);
  if (sizes.every((size) => Number.isInteger(size) && size >= 120 && size <= 1080)) return sizes;
  throw new InvalidArgumentError('Give heights in pixels, as in 720,480.');
}

/** Without a workspace: made in the target folder, under names of its own until all of it is whole. */
async function intoFolder(
  ffmpeg: Ffmpeg,
  { edit, sources }: Pick<FinishInput, 'edit' | 'sources'>,
  out: string,
  watch: Watch,
  more: Pick<RenderRequest, 'ladder' | 'fileOf'>,
): Promise<Rendition> {
  const [{ render }, { describeRendition }, { keyOf }] = await Promise.all([
    import('../../main/media/render.ts'),
    import('../../main/edits/renditions.ts'),
    import('../../main/edits/key.ts'),
  ]);
  await mkdir(out, { recursive: true });
  const folder = await mkdtemp(join(out, '.finishing-'));
  try {
    const rendered = await render(ffmpeg, { edit, sources, folder, ...more, ...watch });
    const rendition = await describeRendition(await keyOf(edit, sources), rendered, folder);
    for (const name of [names.video, names.poster, names.sprite, names.waveform, ...(rendered.ladder ?? [])])
      await rename(join(folder, name), join(out, name));
    return rendition;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** With a workspace: its takes may be named, its ffmpeg is used, and what it rendered before is not rendered again. */
async function throughWorkspace({ studio }: Core, path: string, options: FinishOptions, out: string, watch: Watch): Promise<Rendition> {
  const [{ finish }, { takeSource }, { createToolbox }, { smallerFile }] = await Promise.all([
    import('../../main/edits/finish.ts'),
    import('../../main/edits/edit-sources.ts'),
    import('../../main/media/toolbox.ts'),
    import('../../main/media/sizes.ts'),
  ]);
  const ffmpeg = await createToolbox(studio)();
  const input = await readInput(ffmpeg, path, options);
  await mkdir(out, { recursive: true });
  const sources = { ...input.sources };
  for (const id of input.takes) sources[id] = await takeSource(studio, id);
  const ladder = ladderOf(options, input.edit);
  if (ladder?.hls) {
    const fileOf = (hash: string) => (studio.media.has(hash) ? studio.media.path(hash) : null);
    return intoFolder(ffmpeg, { edit: input.edit, sources }, out, watch, { ladder, fileOf });
  }
  const edit = ladder ? { ...input.edit, sizes: [...ladder.sizes] } : input.edit;
  const rendition = await finish(studio, ffmpeg, edit, sources, watch);
  const files = { video: rendition.video, poster: rendition.poster, sprite: rendition.sprite.media, waveform: rendition.waveform };
  for (const [kind, hash] of Object.entries(files)) await copyFile(studio.media.path(hash), join(out, names[kind as keyof typeof files]));
  for (const size of rendition.smaller)
    await copyFile(studio.media.path(size.media), join(out, smallerFile({ ...size, name: shorterSide(size) })));
  return rendition;
}

async function runFinish(input: string, options: FinishOptions): Promise<void> {
  const out = resolve(options.out);
  const line = progressLine('Finishing');
  const watch = { signal: interruption(), progress: line.show };
  const inWorkspace = () => withCore(options, (core) => throughWorkspace(core, input, options, out, watch));
  const alone = async () => {
    const { locateFfmpeg } = await import('../../main/media/locate.ts');
    const ffmpeg = await locateFfmpeg();
    const wished = await readInput(ffmpeg, input, options);
    const ladder = ladderOf(options, wished.edit);
    return wished.takes.length > 0 ? inWorkspace() : intoFolder(ffmpeg, wished, out, watch, ladder ? { ladder } : {});
  };
  const rendition = await (options.workspace === undefined ? alone() : inWorkspace()).finally(line.end);
  await writeFile(join(out, names.rendition), `${JSON.stringify(rendition, null, 2)}\n`);
  const loud = rendition.loudness ? `, ${rendition.loudness.integrated.toFixed(1)} LUFS` : '';
  say(
    options.json,
    { rendition, files: Object.fromEntries(Object.entries(names).map(([kind, name]) => [kind, join(out, name)])) },
    `${join(out, names.video)}: ${rendition.duration.toFixed(1)} s, ${rendition.width}×${rendition.height}${loud}, ${rendition.method}`,
  );
}

export function addFinish(program: Command): void {
  program
    .command('finish <input>')
    .description('make the finished video of an edit list (JSON) or of a media file; times are seconds')
    .requiredOption('--out <dir>', 'folder that receives video, poster, sprite sheet, waveform and rendition.json')
    .option('--trim <a-b>', 'keep only this stretch', rangeOf)
    .option('--cut <a-b>', 'take this stretch out; may be given several times', anotherRange)
    .option('--camera <file>', 'lay this video over the picture as the camera')
    .option('--sizes <list>', 'smaller videos beside it, by their shorter side in pixels, as in 720,480; none is made larger', sizesOf)
    .option('--hls', 'streams of all sizes as well: stream.m3u8')
    .option('--workspace <dir>', 'folder of the workspace, for its takes and for what it rendered before (default: ~/Showhow)')
    .option('--json', 'print one JSON document')
    .action(runFinish);
}
