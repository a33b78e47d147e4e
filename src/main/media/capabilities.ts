import { mkdir, readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import { ran } from './process.ts';

/** What one ffmpeg can do, as it says itself, and as one encoded frame proved. */
export const Capabilities = z.object({
  version: z.string(),
  /** 0 where the version is that of a nightly build. */
  major: z.int(),
  filters: z.array(z.string()),
  /** Encoders of this program's formats that encoded a frame. */
  encoders: z.array(z.string()),
});
export type Capabilities = z.infer<typeof Capabilities>;

const Cached = z.record(z.string(), z.object({ modified: z.number(), size: z.number(), can: Capabilities.nullable() }));

/** `ffmpeg version 5.1.9-0+deb12u1 Copyright …` → 5.1.9-0+deb12u1. */
export function parseVersion(text: string): { version: string; major: number } | null {
  const version = /^ffmpeg version (\S+)/m.exec(text)?.[1];
  if (version === undefined) return null;
  return { version, major: Number(/^n?(\d+)\./.exec(version)?.[1] ?? 0) };
}

/** The names in the table that `-filters` prints: ` T.C overlay           VV->V      Overlay a video …`. */
export const parseFilters = (text: string): string[] => [...text.matchAll(/^ ?[A-Z.]{2,3} (\w+) +\S+->\S+/gm)].map((row) => row[1] ?? '');

/** The names in the table that `-encoders` prints: ` V..... libx264              libx264 H.264 …`. */
export const parseEncoders = (text: string): string[] => [...text.matchAll(/^ [VAS][A-Z.]{5} (\w+)/gm)].map((row) => row[1] ?? '');

const trials: Record<string, string[]> = {
  libx264: ['-f', 'lavfi', '-i', 'color=size=64x64:rate=30', '-frames:v', '1', '-c:v', 'libx264'],
  aac: ['-f', 'lavfi', '-i', 'anullsrc=r=48000:cl=stereo', '-t', '0.1', '-c:a', 'aac'],
};

/** An encoder that is listed may still fail (no licence, no device): only a frame that came out proves it. */
async function proves(ffmpeg: string, encoder: string): Promise<boolean> {
  const { code } = await ran(ffmpeg, ['-nostdin', '-v', 'error', ...(trials[encoder] ?? []), '-f', 'null', '-'], { seconds: 20 });
  return code === 0;
}

async function ask(ffmpeg: string): Promise<Capabilities | null> {
  const [version, filters, encoders] = await Promise.all(
    ['-version', '-filters', '-encoders'].map((option) => ran(ffmpeg, ['-hide_banner', option], { seconds: 20 })),
  );
  const known = parseVersion(version?.stdout ?? '');
  if (!known) return null;
  const listed = parseEncoders(encoders?.stdout ?? '');
  const proven: string[] = [];
  for (const encoder of Object.keys(trials)) if (listed.includes(encoder) && (await proves(ffmpeg, encoder))) proven.push(encoder);
  return { ...known, filters: parseFilters(filters?.stdout ?? ''), encoders: proven };
}

async function readCache(file: string): Promise<z.infer<typeof Cached>> {
  const text = await readFile(file, 'utf8').catch(() => '{}');
  try {
    return Cached.parse(JSON.parse(text));
  } catch (error) {
    // A cache that cannot be read is as good as none.
    if (error instanceof SyntaxError || error instanceof z.ZodError) return {};
    throw error;
  }
}

/** What the ffmpeg at `path` can do; asked once for each file and remembered in `cacheFile`. Null where it does not run. */
export async function capabilitiesOf(path: string, cacheFile: string | null): Promise<Capabilities | null> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) return null;
  const cache = cacheFile ? await readCache(cacheFile) : {};
  const known = cache[path];
  if (known && known.modified === found.mtimeMs && known.size === found.size) return known.can;
  const can = await ask(path);
  if (cacheFile) {
    await mkdir(dirname(cacheFile), { recursive: true });
    await writeFileAtomic(cacheFile, JSON.stringify({ ...cache, [path]: { modified: found.mtimeMs, size: found.size, can } }));
  }
  return can;
}
