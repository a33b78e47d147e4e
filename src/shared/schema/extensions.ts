import { wholeBlocks } from './blocks.ts';
import { BlockIdAttribute } from './identity.ts';
import { TakenFromAttribute } from './taken-from.ts';
import { textExtensions } from './text.ts';

/** The schema of a module's body, the same for editor and player. What it can hold, `ModuleDocument` accepts. */
export const moduleExtensions = [BlockIdAttribute, TakenFromAttribute, ...textExtensions, ...wholeBlocks];
