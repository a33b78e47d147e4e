import { z } from 'zod';

/** Why an archive that came from outside is not opened. */
export const ArchiveTrouble = z.enum([
  'outside',
  'link',
  'twice',
  'encrypted',
  'method',
  'too-many',
  'too-large',
  'bomb',
  'lies',
  'doctype',
]);
export type ArchiveTrouble = z.infer<typeof ArchiveTrouble>;
