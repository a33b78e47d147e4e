import { z } from 'zod';
import { line } from '../ids.ts';
import { sayText } from '../translation/wording.ts';
import { identified } from './inline.ts';
import type { BlockKind } from './kind.ts';
import { Picture, pictureUse, sayPicture } from './picture.ts';

export const Image = z.object({
  type: z.literal('image'),
  attrs: identified.extend({
    ...Picture.shape,
    /** What stands beneath it, for everyone. Absent, not empty, where there is none. */
    caption: line(300).optional(),
  }),
});
export type ImageBlock = z.infer<typeof Image>;

export const imageKind: BlockKind<ImageBlock> = {
  name: 'picture',
  texts: ({ attrs }) => [attrs.alt, attrs.caption ?? ''],
  said: ({ attrs, ...block }, say) => ({
    ...block,
    attrs: { ...sayPicture(attrs, say, ''), ...(attrs.caption !== undefined && { caption: sayText(say, 'caption', attrs.caption) }) },
  }),
  media: ({ attrs }) => [pictureUse(attrs.media)],
  pictures: ({ attrs }) => [attrs],
  seconds: () => 8,
  tells: () => true,
  waits: ({ attrs }) => !attrs.decorative && attrs.alt.trim() === '',
  outlined: ({ attrs }) => attrs.alt || attrs.caption || 'Picture',
};
