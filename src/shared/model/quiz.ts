import { z } from 'zod';
import { line } from './ids.ts';

export const QuizOption = z.object({ id: z.string().min(1), text: line(300), correct: z.boolean(), feedback: line(500) });
export type QuizOption = z.infer<typeof QuizOption>;

export const Quiz = z.object({
  kind: z.enum(['single', 'multiple']),
  question: line(500),
  options: z.array(QuizOption).max(8),
  explanation: line(1000),
});
export type Quiz = z.infer<typeof Quiz>;
