import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { z } from 'zod';
import { Fault } from '../../shared/contract/faults.ts';
import { type Capabilities, capabilitiesOf } from './capabilities.ts';

export type Origin = 'chosen' | 'packaged' | 'system' | 'ffmpeg-static' | 'ffmpeg-installer';

/** The ffmpeg in use, the ffprobe that goes with it, and what both can do. */
export interface Ffmpeg extends Capabilities {
  path: string;
  probePath: string;
  origin: Origin;
}

export interface LocateOptions {
  /** What the person chose; the environment's SHOWHOW_FFMPEG where she chose nothing. */
  chosen?: string | undefined;
  /** File in which the answers of earlier starts are kept. */
  cacheFile?: string | null;
  environment?: NodeJS.ProcessEnv;
}

const executable = (name: string): string => (process.platform === 'win32' ? `${name}.exe` : name);

/** Builds that lack this cannot finish a take. */
const needed = {
  filters: ['overlay', 'alphamerge', 'alimiter', 'ebur128', 'concat', 'tile', 'fps', 'select', 'aresample'],
  encoders: ['libx264', 'aac'],
};
const oldestSystem = 5;

const onPath = (name: string, environment: NodeJS.ProcessEnv): string[] =>
  (environment.PATH ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, executable(name)))
    .filter((file) => existsSync(file));

/** The file inside an npm package, or nothing: the packages are optional, and one may name a file it never downloaded. */
function fromPackage(name: string): string[] {
  try {
    const exported: unknown = createRequire(import.meta.url)(name);
    const path = z.union([z.string(), z.object({ path: z.string() }).transform((module) => module.path)]).safeParse(exported);
    return path.success && existsSync(path.data) ? [path.data] : [];
  } catch {
    return [];
  }
}

/** Electron puts what is packaged beside the program into its resources folder. */
function packaged(name: string): string[] {
  const { resourcesPath } = process as { resourcesPath?: string };
  const file = resourcesPath ? join(resourcesPath, 'ffmpeg', executable(name)) : '';
  return existsSync(file) ? [file] : [];
}

function* candidates({ chosen, environment = process.env }: LocateOptions): Generator<{ origin: Origin; path: string }> {
  const named = chosen ?? environment.SHOWHOW_FFMPEG;
  if (named) yield { origin: 'chosen', path: named };
  for (const path of packaged('ffmpeg')) yield { origin: 'packaged', path };
  for (const path of onPath('ffmpeg', environment)) yield { origin: 'system', path };
  for (const path of fromPackage('ffmpeg-static')) yield { origin: 'ffmpeg-static', path };
  for (const path of fromPackage('@ffmpeg-installer/ffmpeg')) yield { origin: 'ffmpeg-installer', path };
}

/** The ffprobe beside an ffmpeg where there is one, else the newest there is. */
function probeFor(ffmpeg: string, environment: NodeJS.ProcessEnv): string | undefined {
  const beside = join(dirname(ffmpeg), executable('ffprobe'));
  const named = environment.SHOWHOW_FFPROBE;
  const found = [...packaged('ffprobe'), ...onPath('ffprobe', environment), ...fromPackage('@ffprobe-installer/ffprobe')];
  return [...(named ? [named] : []), beside, ...found].find((file) => existsSync(file));
}

/** The first ffmpeg that has what a finish needs. Refuses with FFMPEG_MISSING where there is none. */
export async function locateFfmpeg(options: LocateOptions = {}): Promise<Ffmpeg> {
  for (const { origin, path } of candidates(options)) {
    const can = await capabilitiesOf(path, options.cacheFile ?? null);
    const probePath = probeFor(path, options.environment ?? process.env);
    const lacks =
      !can || needed.filters.some((name) => !can.filters.includes(name)) || needed.encoders.some((name) => !can.encoders.includes(name));
    if (lacks || !probePath || (origin === 'system' && can.major < oldestSystem)) continue;
    return { ...can, path, probePath, origin };
  }
  throw new Fault('FFMPEG_MISSING', {});
}
