import { statfs } from 'node:fs/promises';
import { isFault } from '../../shared/contract/faults.ts';
import { api } from '../api/implement.ts';
import type { Ffmpeg } from '../media/locate.ts';
import type { Studio } from '../studio.ts';

/** Bytes free on the disk that holds a folder, as the system tells. */
export async function freeBytesOf(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

/** Bytes free on the disk that holds the workspace. Asked every few seconds of a recording, so it starts no process. */
export async function freeBytes({ host, paths }: Pick<Studio, 'host' | 'paths'>): Promise<number> {
  return host.freeBytes ? host.freeBytes() : freeBytesOf(paths.root);
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

export const systemApi = (studio: Studio, ffmpeg: () => Promise<Ffmpeg>) => ({
  status: api.system.status.handler(async () => ({
    version: studio.host.version,
    workspace: studio.paths.root,
    freeBytes: await freeBytes(studio),
    ffmpeg: await ffmpegInUse(ffmpeg),
    embeddedHub: studio.host.embeddedHub(),
    shell: studio.host.shell,
  })),
});
