import { Hono } from 'hono';
import { z } from 'zod';
import { LanguageTag } from '../../shared/model/translation/translations.ts';
import { readForm } from '../accounts/forms.ts';
import { languagePath, safeNext } from '../addresses.ts';
import type { HubEnv } from '../hub-env.ts';
import { chooseLanguage } from './wanted.ts';

/** `back`: the page to go back to. */
const Choice = z.object({ language: LanguageTag, back: z.string().max(2000).catch('/') });

export const languageRoutes = new Hono<HubEnv>().post(languagePath, async (c) => {
  const { language, back } = await readForm(c, Choice);
  chooseLanguage(c, language);
  return c.redirect(safeNext(back), 303);
});
