import type { Block } from './blocks/index.ts';
import type { Moment } from './blocks/steps.ts';
import { shownStretch, type VideoBlock } from './blocks/video.ts';

/** Where a moment is to be seen, counted from where its video begins to be shown. */
export interface ShownMoment {
  video: VideoBlock;
  place: number;
}

/**
 * A moment in the module as it stands now. `gone` where its video was taken out, `outside` where the video is there
 * and shows a part in which the moment does not lie.
 */
export function whereShown(blocks: readonly Block[], { video: id, at }: Pick<Moment, 'video' | 'at'>): ShownMoment | 'gone' | 'outside' {
  const video = blocks.find((block) => block.type === 'video' && block.attrs.id === id);
  if (video?.type !== 'video') return 'gone';
  const { from, to } = shownStretch(video.attrs);
  return at >= from && at <= to ? { video, place: at - from } : 'outside';
}
