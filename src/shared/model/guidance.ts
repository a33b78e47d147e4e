import { type Block, waitsForWords } from './blocks/index.ts';
import type { ModuleContent } from './module.ts';

/** What its writer is still asked to fill in; null where nothing is asked, or all of it is there. */
export const guidanceOf = (block: Block): string | null => (block.attrs.hint && waitsForWords(block) ? block.attrs.hint : null);

export function withoutHint<B extends Block>(block: B): B {
  const { hint: _, ...attrs } = block.attrs;
  return { ...block, attrs };
}

/** A module as it leaves the desk: guidance is for whoever writes, and for nobody else. */
export const withoutHints = <C extends Pick<ModuleContent, 'body'>>(content: C): C => ({
  ...content,
  body: { ...content.body, content: content.body.content.map(withoutHint) },
});

const videoPlace = 'Video:';

/** Whether a block keeps a place for the lesson's video: an open text whose guidance begins so. */
const isVideoPlace = (block: Block): boolean => block.type === 'paragraph' && (guidanceOf(block)?.startsWith(videoPlace) ?? false);

/** A video where a place is kept for it, else before everything else. */
export function withVideo(blocks: readonly Block[], video: Block): Block[] {
  const at = blocks.findIndex(isVideoPlace);
  return at < 0 ? [video, ...blocks] : blocks.toSpliced(at, 1, video);
}
