import { z } from 'zod';
import { line } from '../ids.ts';
import { sayText } from '../translation/wording.ts';
import { identified } from './inline.ts';
import type { BlockKind } from './kind.ts';

/** The author invites questions. Her name, face and topics are those of her profile, wherever the module is shown. */
export const AskMe = z.object({ type: z.literal('askMe'), attrs: identified.extend({ invitation: line(300) }) });
export type AskMeBlock = z.infer<typeof AskMe>;

export const askMeKind: BlockKind<AskMeBlock> = {
  name: 'invitation to ask',
  texts: ({ attrs }) => [attrs.invitation],
  said: ({ attrs, ...block }, say) => ({ ...block, attrs: { ...attrs, invitation: sayText(say, 'invitation', attrs.invitation) } }),
  media: () => [],
  seconds: () => 0,
  tells: () => false,
  waits: ({ attrs }) => attrs.invitation.trim() === '',
  outlined: () => 'Ask me',
};
