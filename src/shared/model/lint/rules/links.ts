import type { Finding } from '../finding.ts';
import { type LinkRun, linksIn } from '../inlines.ts';
import type { Language } from '../language.ts';
import { normal } from '../language.ts';
import type { Rule } from './rule.ts';

const forWhom = 'A link is read aloud by itself, and looked for by its words: they say where it leads.';

const saysNothing: Record<Language, ReadonlySet<string>> = {
  en: new Set(['here', 'click here', 'click', 'link', 'this link', 'this', 'more', 'read more', 'learn more', 'see here', 'this page']),
  de: new Set(['hier', 'klick hier', 'hier klicken', 'klicken sie hier', 'link', 'dieser link', 'mehr', 'weiterlesen', 'mehr erfahren']),
  fr: new Set(['ici', 'cliquez ici', 'lien', 'ce lien', 'plus', 'en savoir plus', 'lire la suite']),
  es: new Set(['aquí', 'haz clic aquí', 'clic aquí', 'enlace', 'este enlace', 'más', 'leer más']),
  pt: new Set(['aqui', 'clique aqui', 'link', 'este link', 'mais', 'leia mais', 'saiba mais']),
  it: new Set(['qui', 'clicca qui', 'link', 'questo link', 'altro', 'leggi di più']),
};

interface PlacedLink extends LinkRun {
  block: string;
}

function hostOf(href: string): string | null {
  if (!URL.canParse(href)) return null;
  return new URL(href).hostname.replace(/^www\./u, '') || null;
}

const isAddress = (text: string): boolean => /^(?:https?:\/\/|www\.)\S+$/iu.test(text.trim());

/** The whole of an address says no more than whose it is; the words beside it can say the rest. */
function bare({ block, href, text, path, whole }: PlacedLink): Finding[] {
  if (!isAddress(text)) return [];
  const host = hostOf(href);
  const mend =
    host && whole ? { mend: { says: `Write “${host}”`, change: { do: 'set' as const, path: [...path, 'text'], value: host } } } : {};
  return [{ rule: 'link-address', severity: 'warning', block, message: 'A link shows its bare address.', why: forWhom, ...mend }];
}

function vague({ block, text }: PlacedLink, language: Language | null): Finding[] {
  if (!language || !saysNothing[language].has(normal(text))) return [];
  return [{ rule: 'link-text', severity: 'warning', block, message: `“${text.trim()}” does not say where the link leads.`, why: forWhom }];
}

export const links: Rule = ({ blocks, language }) => {
  const all = blocks.flatMap((block) => linksIn(block).map((link): PlacedLink => ({ ...link, block: block.attrs.id })));
  const first = new Map<string, string>();
  const twice = all.flatMap(({ text, href, block }): Finding[] => {
    const words = normal(text);
    const known = first.get(words) ?? href;
    first.set(words, known);
    const vague = language !== null && saysNothing[language].has(words);
    if (words === '' || known === href || vague) return [];
    const message = `“${text.trim()}” leads to two different places.`;
    return [{ rule: 'link-same-text', severity: 'warning', block, message, why: forWhom }];
  });
  return [...all.flatMap((link) => [...bare(link), ...vague(link, language)]), ...twice];
};
