import type { Block } from '../../shared/model/blocks/index.ts';
import type { AuthorView } from './author.ts';

/** What a block needs to know of the module and the page around it. */
export interface Around extends AuthorView {
  /** All blocks of the module, also where only one of them is shown. */
  blocks: readonly Block[];
  /** The address of the form by which a reader asks the author, where the page has one. */
  ask?: string | null;
  /** Blocks that are shown in another language than the page, and in which one. */
  foreign?: { language: string; blocks: ReadonlySet<string> };
}
