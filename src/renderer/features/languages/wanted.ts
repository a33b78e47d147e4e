import type { ModuleContent } from '../../../shared/model/module.ts';
import { localeOf } from '../../../shared/model/translation/language.ts';
import { LanguageTag } from '../../../shared/model/translation/translations.ts';

/** The tag of a language as everyone writes it, whatever its letters were: `pt-br` is `pt-BR`. Null where it is none. */
export function tagOf(typed: string): string | null {
  return LanguageTag.safeParse(localeOf(typed.trim())?.toString()).data ?? null;
}

/** Whether a module has a language already, as its own or as another. */
export const hasLanguage = ({ language, translations = {} }: Pick<ModuleContent, 'language' | 'translations'>, tag: string): boolean =>
  [language, ...Object.keys(translations)].some((one) => (tagOf(one) ?? one) === tag);
