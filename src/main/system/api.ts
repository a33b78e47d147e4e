import { statfs } from 'node:fs/promises';
import { isFault } from '../../shared/contract/faults.ts';
import { api } from '../api/implement.ts';
import type { Ffmpeg } from '../media/locate.ts';
import type { Studio } from '../studio.ts';

/** Bytes free on the disk that holds a folder. Asked every few seconds of a recording, so it starts no process. */
export async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

/** The ffmpeg in use, for people who ask; that there is none is an answer here and a fault where it is needed. */
async function ffmpegInUse(locate: () => Promise<Ffmpeg>) {
  try {
    const { path, version, origin } = await locate();
    return { path, version, origin };
  } catch (error) {
    if (isFault(error) && error.code === 'FFMPEG_MISSING') return null;
    throw error;
  }
}

export const systemApi = ({ host, paths }: Studio, ffmpeg: () => Promise<Ffmpeg>) => ({
  status: api.system.status.handler(async () => ({
    version: host.version,
    workspace: paths.root,
    freeBytes: await freeBytes(paths.root),
    ffmpeg: await ffmpegInUse(ffmpeg),
    embeddedHub: host.embeddedHub(),
    shell: host.shell,
  })),
});
