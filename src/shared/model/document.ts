import { z } from 'zod';
import { Block, mediaOfBlock } from './blocks/index.ts';

/** More blocks than this is no micro-learning module, and refused. */
export const maxBlocks = 500;

/** A module's body: ProseMirror JSON of the schema in `schema/extensions.ts`, checked here before anything trusts it. */
export const ModuleDocument = z.object({ type: z.literal('doc'), content: z.array(Block).max(maxBlocks) });
export type ModuleDocument = z.infer<typeof ModuleDocument>;

export const mediaIn = (document: ModuleDocument): string[] => document.content.flatMap(mediaOfBlock).map(({ hash }) => hash);
