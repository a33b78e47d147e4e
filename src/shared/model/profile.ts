import { z } from 'zod';
import { line, MediaHash } from './ids.ts';

/** The author as colleagues see her. It goes with every module. */
export const Profile = z.object({
  name: line(80),
  role: line(80),
  team: line(80),
  photo: MediaHash.nullable(),
  goodAt: z.array(line(60).min(1)).max(12),
  askMeAbout: z.array(line(60).min(1)).max(12),
});
export type Profile = z.infer<typeof Profile>;

export const emptyProfile: Profile = { name: '', role: '', team: '', photo: null, goodAt: [], askMeAbout: [] };
