import type { Context } from 'hono';
import { z } from 'zod';
import { Fault } from '../../shared/contract/faults.ts';
import { Role } from '../../shared/contract/hub.ts';
import { line } from '../../shared/model/ids.ts';
import { longestPassword, shortestPassword } from './passwords.ts';

const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(200)
  .pipe(z.email({ message: 'Enter an e-mail address, like name@company.com.' }));
const password = z
  .string()
  .min(shortestPassword, `Choose a password of at least ${shortestPassword} characters.`)
  .max(longestPassword, `Choose a password of at most ${longestPassword} characters.`);
const name = line(80).min(1, 'Enter your name.');

/** A checkbox group arrives as nothing, one text or many. */
const roles = z
  .union([z.array(Role), Role.transform((role) => [role])])
  .optional()
  .transform((chosen) => chosen ?? []);

export const SignInForm = z.object({ email, password: z.string().max(longestPassword), next: z.string().max(2000).optional() });
export const NewAccountForm = z.object({ name, email, password });
export const SetupForm = NewAccountForm.extend({ code: z.string().max(60) });
export const NewPasswordForm = z.object({ password });
export const InviteForm = z.object({ email: z.union([email, z.literal('').transform(() => null)]), roles });
export const RolesForm = z.object({ roles });
export const DeviceForm = z.object({ user_code: z.string().trim().min(1).max(40), answer: z.enum(['approve', 'deny']) });

/** The fields of a posted form, checked; refuses with INPUT_INVALID, whose messages are sentences for the page. */
export async function readForm<T extends z.ZodType>(c: Context, form: T): Promise<z.infer<T>> {
  const parsed = form.safeParse(await c.req.parseBody({ all: true }));
  if (parsed.success) return parsed.data;
  throw new Fault('INPUT_INVALID', { issues: parsed.error.issues.map(({ message }) => ({ path: '', message })) });
}

/** What a person typed, to be shown again beside what was wrong with it. Passwords and codes are never shown again. */
export async function typed(c: Context, field: string): Promise<string> {
  const value = (await c.req.parseBody({ all: true }))[field];
  return typeof value === 'string' ? value.slice(0, 200) : '';
}
