import { z } from 'zod';
import { procedure } from './base.ts';

export const SystemStatus = z.object({
  version: z.string(),
  workspace: z.string(),
  /** Bytes free on the disk that holds the workspace. */
  freeBytes: z.number(),
  /** The ffmpeg in use, or null where none was found. */
  ffmpeg: z.object({ path: z.string(), version: z.string(), origin: z.string() }).nullable(),
  /** The hub this shell started, if it did. */
  embeddedHub: z.object({ url: z.url(), setupCode: z.string().nullable() }).nullable(),
  shell: z.enum(['browser', 'electron', 'command']),
});
export type SystemStatus = z.infer<typeof SystemStatus>;

export const system = {
  status: procedure.output(SystemStatus),
};
