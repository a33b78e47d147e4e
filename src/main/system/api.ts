import checkDiskSpace from 'check-disk-space';
import { api } from '../api/implement.ts';
import type { Studio } from '../studio.ts';

/** Bytes free on the disk that holds a folder. */
export const freeBytes = async (folder: string): Promise<number> => (await checkDiskSpace(folder)).free;

export const systemApi = ({ host, paths }: Studio) => ({
  status: api.system.status.handler(async () => ({
    version: host.version,
    workspace: paths.root,
    freeBytes: await freeBytes(paths.root),
    ffmpeg: null,
    embeddedHub: host.embeddedHub(),
    shell: host.shell,
  })),
});
