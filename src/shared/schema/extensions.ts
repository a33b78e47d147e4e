import { accordionNodes } from './accordion.ts';
import { wholeBlocks } from './blocks.ts';
import { CalloutNode } from './callout.ts';
import { checklistNodes } from './checklist.ts';
import { CodeNode } from './code.ts';
import { ColleagueQuoteNode } from './colleague-quote.ts';
import { HintAttribute } from './hint.ts';
import { BlockIdAttribute } from './identity.ts';
import { tableNodes } from './table.ts';
import { TakenFromAttribute } from './taken-from.ts';
import { textExtensions } from './text.ts';

/** The schema of a module's body, the same for editor and player. What it can hold, `ModuleDocument` accepts. */
export const moduleExtensions = [
  BlockIdAttribute,
  TakenFromAttribute,
  HintAttribute,
  ...textExtensions,
  CalloutNode,
  ...tableNodes,
  CodeNode,
  ...accordionNodes,
  ...checklistNodes,
  ColleagueQuoteNode,
  ...wholeBlocks,
];
