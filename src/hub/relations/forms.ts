import { z } from 'zod';
import { line } from '../../shared/model/ids.ts';

const tooLong = 'That is too long. Say it in fewer words.';

export const AskWords = z.object({ text: line(2000).min(1, 'Write your question first.').max(2000, tooLong) });
export const AnswerWords = z.object({ text: line(2000).min(1, 'Write your answer first.').max(2000, tooLong) });
/** Nothing but the press of a button, or a line with it. */
export const ThankNote = z.object({ note: line(500).optional().default('') });
