import type { z } from 'zod';
import { Fault } from '../../shared/contract/faults.ts';

/** As much of what is wrong as helps to find it. */
const mostIssues = 5;

/** What was sent, if it is what it should be; refuses with INPUT_INVALID. */
export function checked<T extends z.ZodType>(model: T, sent: unknown): z.infer<T> {
  const parsed = model.safeParse(sent);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.slice(0, mostIssues).map(({ path, message }) => ({ path: path.join('.'), message }));
  throw new Fault('INPUT_INVALID', { issues });
}
