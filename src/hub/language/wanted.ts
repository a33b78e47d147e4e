import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { parseAccept } from 'hono/utils/accept';
import { LanguageTag } from '../../shared/model/translation/translations.ts';
import type { HubEnv } from '../hub-env.ts';

const cookie = 'showhow.language';
const yearSeconds = 365 * 24 * 60 * 60;
/** More than this nobody reads; what a browser sends beyond is not looked at. */
const mostLanguages = 20;

/** The languages someone reads, the one she chose first, then those of her browser in its order. */
export function wantedLanguages(c: Context<HubEnv>): string[] {
  const chosen = LanguageTag.safeParse(getCookie(c, cookie)).data;
  const accepted = parseAccept((c.req.header('Accept-Language') ?? '').slice(0, 500))
    .filter(({ type, q }) => q > 0 && type !== '*')
    .slice(0, mostLanguages)
    .map(({ type }) => type);
  return chosen === undefined ? accepted : [chosen, ...accepted];
}

/** Remembers a choice in her browser: it says nothing about her that the hub would have to keep. */
export function chooseLanguage(c: Context<HubEnv>, language: string): void {
  const secure = c.var.hub.url.startsWith('https:');
  setCookie(c, cookie, language, { path: '/', sameSite: 'Lax', httpOnly: true, secure, maxAge: yearSeconds });
}
