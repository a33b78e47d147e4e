import { Hono } from 'hono';
import { z } from 'zod';
import { LanguageTag } from '../../shared/model/translation/translations.ts';
import { readForm } from '../accounts/forms.ts';
import { languagePath } from '../addresses.ts';
import type { HubEnv } from '../hub-env.ts';
import { chooseLanguage } from './wanted.ts';

const Choice = z.object({
  language: LanguageTag,
  /** The page to go back to: one of the hub, never another site. */
  back: z
    .string()
    .max(500)
    .regex(/^\/(?![/\\])/u)
    .catch('/'),
});

export const languageRoutes = new Hono<HubEnv>().post(languagePath, async (c) => {
  const { language, back } = await readForm(c, Choice);
  chooseLanguage(c, language);
  return c.redirect(back, 303);
});
