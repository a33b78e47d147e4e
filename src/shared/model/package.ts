import { z } from 'zod';
import { Id, MediaHash, RevisionHash } from './ids.ts';
import { ModuleContent } from './module.ts';
import { SweepRecord } from './privacy/record.ts';
import { Profile } from './profile.ts';
import { VideoCut } from './review/cut.ts';

/** Types of media a module may carry; anything else is refused before it is written. */
export const MediaType = z.enum(['video/mp4', 'image/jpeg', 'image/png', 'image/webp', 'application/json', 'text/vtt']);
export type MediaType = z.infer<typeof MediaType>;

export const MediaEntry = z.object({ hash: MediaHash, type: MediaType, bytes: z.int().positive() });
export type MediaEntry = z.infer<typeof MediaEntry>;

/**
 * What a studio hands to a hub, last of all: every file it names is already there.
 * `revision` is the hash of `content`; the receiver takes it again and refuses a difference.
 * The profile travels along and is not part of what is approved.
 */
export const Manifest = z.object({
  format: z.literal('showhow-module/1'),
  moduleId: Id,
  revision: RevisionHash,
  content: ModuleContent,
  media: z.array(MediaEntry).max(500),
  author: Profile,
  /** What was searched in which of its videos, and decided; not part of what is approved. A video that is missing was not searched. */
  sweeps: z.array(SweepRecord).max(500).default([]),
  /** What its videos were cut from, where the studio knows it; not part of what is approved. */
  cuts: z.array(VideoCut).max(100).default([]),
});
export type Manifest = z.infer<typeof Manifest>;
