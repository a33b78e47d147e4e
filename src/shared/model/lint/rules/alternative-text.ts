import { describedIn } from '../inlines.ts';
import type { Language } from '../language.ts';
import type { Rule } from './rule.ts';

const forWhom = 'Who cannot see the picture hears these words instead.';

export const alternativeText: Rule = ({ blocks }) =>
  blocks.flatMap((block) =>
    describedIn(block)
      .filter(({ alt, decorative }) => !decorative && alt.trim() === '')
      .map(() => ({
        rule: 'alternative-text',
        severity: 'error' as const,
        block: block.attrs.id,
        message: 'A picture has no words for those who cannot see it.',
        why: `${forWhom} Say what it shows that matters here, or mark it as decoration.`,
      })),
  );

const isFileName = (alt: string): boolean =>
  /^\S+\.(?:png|jpe?g|gif|webp|svg|bmp|tiff?|heic)$/iu.test(alt) ||
  /^(?:img|dsc|dscn|dscf|pxl|screen ?shot|screenshot|bildschirmfoto|unbenannt|untitled|image|picture|foto|photo|bild)?[\s_()-]*\d[\d\s_().:-]*$/iu.test(
    alt,
  );

export const alternativeTextFile: Rule = ({ blocks }) =>
  blocks.flatMap((block) =>
    describedIn(block)
      .filter(({ alt, decorative }) => !decorative && isFileName(alt.trim()))
      .map(({ alt }) => ({
        rule: 'alternative-text-file',
        severity: 'error' as const,
        block: block.attrs.id,
        message: `“${alt.trim()}” is the name of a file, not what the picture shows.`,
        why: forWhom,
      })),
  );

/** What a screen reader says anyway, before it reads the words. */
const announced: Record<Language, RegExp> = {
  en: /^(?:an?\s+|the\s+)?(?:picture|image|photo(?:graph)?|graphic|screen ?shot)\s+(?:of|showing|that shows)\s+/iu,
  de: /^(?:ein\s+|das\s+)?(?:bild|foto|grafik|bildschirmfoto|screenshot)\s+(?:von|mit|der|des)\s+/iu,
  fr: /^(?:une?\s+|l['’])?(?:image|photo|capture d['’]écran)\s+(?:de|du|des|montrant)\s+/iu,
  es: /^(?:una?\s+|la\s+)?(?:imagen|foto|captura(?: de pantalla)?)\s+(?:de|del|que muestra)\s+/iu,
  pt: /^(?:uma?\s+|a\s+)?(?:imagem|foto|captura de (?:tela|ecrã))\s+(?:de|do|da|que mostra)\s+/iu,
  it: /^(?:un['’]|una\s+|la\s+|l['’])?(?:immagine|foto|schermata)\s+(?:di|del|della|che mostra)\s+/iu,
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const alternativeTextPrefix: Rule = ({ blocks, language }) => {
  if (!language) return [];
  return blocks.flatMap((block) =>
    describedIn(block).flatMap(({ alt, decorative, path }) => {
      const start = announced[language].exec(alt.trim())?.[0];
      const rest = start === undefined ? '' : alt.trim().slice(start.length);
      if (decorative || start === undefined || rest === '') return [];
      return {
        rule: 'alternative-text-prefix',
        severity: 'warning' as const,
        block: block.attrs.id,
        message: `The words for a picture begin with “${start.trim()}”.`,
        why: 'A screen reader says “image” by itself, so it would be heard twice.',
        mend: { says: 'Take it out', change: { do: 'set' as const, path, value: capital(rest) } },
      };
    }),
  );
};
