import { z } from 'zod';
import { line } from '../ids.ts';
import { sayText } from '../translation/wording.ts';
import { identified, LinkAddress } from './inline.ts';
import type { BlockKind } from './kind.ts';

/** Something to read or to use elsewhere. It has no address yet where that is empty. */
export const Resource = z.object({
  type: z.literal('resource'),
  attrs: identified.extend({
    title: line(160),
    address: z.union([z.literal(''), LinkAddress]),
    /** What one finds there. */
    about: line(400),
    /** How long it takes, where the author knows. */
    minutes: z.int().min(1).max(999).optional(),
  }),
});
export type ResourceBlock = z.infer<typeof Resource>;

export const resourceKind: BlockKind<ResourceBlock> = {
  name: 'link to more',
  texts: ({ attrs }) => [attrs.title, attrs.about],
  said: ({ attrs, ...block }, say) => ({
    ...block,
    attrs: { ...attrs, title: sayText(say, 'title', attrs.title), about: sayText(say, 'about', attrs.about) },
  }),
  media: () => [],
  seconds: () => 0,
  waits: ({ attrs }) => attrs.address === '' || attrs.title.trim() === '',
  tells: ({ attrs }) => attrs.address !== '',
  outlined: ({ attrs }) => attrs.title || 'Link to more',
};
