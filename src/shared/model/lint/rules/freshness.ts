import { textsOfBlock } from '../../blocks/index.ts';
import type { Finding } from '../finding.ts';
import { linksIn } from '../inlines.ts';
import type { Language } from '../language.ts';
import type { Rule } from './rule.ts';

export const reviewBy: Rule = ({ content, today }) => {
  const by = content.freshness?.reviewBy;
  if (!by || by >= today) return [];
  const message = `It was to be looked at again by ${by}.`;
  const why = 'A lesson that is no longer true does harm, and takes trust from the next one.';
  return [{ rule: 'review-by', severity: 'warning', block: null, where: 'freshness', message, why }];
};

/** What changes by itself: a year, a version, a price. */
const ages = /\b(?:20[2-9]\d)\b|\bv(?:ersion)?\.? ?\d+(?:\.\d+)*\b|(?:€|\$|£|EUR|USD|CHF) ?\d|\d ?(?:€|EUR|USD|CHF)(?!\p{L})/iu;

export const agesUnwatched: Rule = ({ content, blocks }) => {
  if (content.freshness?.reviewBy) return [];
  const found = blocks.find((block) => textsOfBlock(block).some((text) => ages.test(text)));
  if (!found) return [];
  const message = 'It speaks of a year, a version or a price, and nobody is asked to look at it again.';
  const why = 'Such things change by themselves. A day to look again keeps the lesson true.';
  return [{ rule: 'review-date', severity: 'warning', block: null, where: 'freshness', message, why }];
};

/** Words by which someone leans on something that a reader would want to look up. */
const claims: Record<Language, RegExp> = {
  en: /\b(?:stud(?:y|ies)|research|surveys?|statistics?) (?:show|shows|has shown|have shown|found|finds|prove|proves|say|says|suggests?)\b|\baccording to (?!you|plan)|\bis required by law\b|\bby law\b|\bscientifically proven\b/iu,
  de: /\b(?:stud(?:ie|ien)|forschung|umfragen?|statistik(?:en)?) (?:zeig(?:t|en)|beleg(?:t|en)|ergab(?:en)?|haben gezeigt|hat gezeigt)\b|\blaut (?:einer |der )?(?:studie|umfrage|statistik|gesetz)|\bgesetzlich vorgeschrieben\b|\bwissenschaftlich (?:belegt|erwiesen)\b/iu,
  fr: /\b(?:des études|une étude|la recherche) (?:montre(?:nt)?|prouve(?:nt)?)\b|\bselon (?:une étude|la loi)\b|\bscientifiquement prouvé/iu,
  es: /\b(?:los estudios|un estudio|la investigación) (?:muestran?|demuestran?)\b|\bsegún (?:un estudio|la ley)\b/iu,
  pt: /\b(?:os? estudos?|um estudo|a pesquisa) mostram?\b|\bsegundo (?:um estudo|a lei)\b/iu,
  it: /\b(?:gli studi|uno studio|la ricerca) (?:mostrano|mostra|dimostrano|dimostra)\b|\bsecondo (?:uno studio|la legge)\b/iu,
};

export const claimSource: Rule = ({ content, blocks, language }) => {
  if (!language || (content.freshness?.sources?.length ?? 0) > 0) return [];
  return blocks.flatMap((block): Finding[] => {
    const claim = textsOfBlock(block).flatMap((text) => claims[language].exec(text)?.[0] ?? [])[0];
    if (claim === undefined || linksIn(block).length > 0) return [];
    const message = `“${claim.trim()}” leans on something without saying where it stands.`;
    const why =
      'Who doubts it can look it up, and whoever mends the lesson later knows where to look. Link it, or name the source beside the lesson.';
    return [{ rule: 'claim-source', severity: 'warning', block: block.attrs.id, where: 'freshness', message, why }];
  });
};
