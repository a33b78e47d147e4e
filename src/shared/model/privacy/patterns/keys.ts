import type { Match } from '../finding.ts';

/** Tokens that tell what they are by how they begin. Underscores and points are lost in reading more often than letters. */
const tokens: readonly RegExp[] = [
  // Amazon Web Services
  /(?<![A-Za-z0-9])A[KS][Il1][AT][A-Za-z0-9]{15,17}(?![A-Za-z0-9])/g,
  // GitHub
  /(?<![A-Za-z0-9])gh[pousr][_ .-]?[A-Za-z0-9]{30,40}(?![A-Za-z0-9])/g,
  /github[_ ]pat[_ ][A-Za-z0-9_]{20,}/g,
  // GitLab, Slack, Stripe, OpenAI and others, Google, SendGrid, npm
  /(?<![A-Za-z0-9])glpat[- ][\w-]{20,}/g,
  /(?<![A-Za-z0-9])xox[baprs][- ][A-Za-z0-9-]{10,}/g,
  /(?<![A-Za-z0-9])[sprw]k[_ ](?:live|test)[_ ][A-Za-z0-9]{16,}/g,
  /(?<![A-Za-z0-9])sk-[A-Za-z0-9_-]{20,}/g,
  /(?<![A-Za-z0-9])A[Il1]za[\w-]{30,40}/g,
  /(?<![A-Za-z0-9])SG\.[\w-]{16,}\.[\w-]{16,}/g,
  /(?<![A-Za-z0-9])npm_[A-Za-z0-9]{30,40}/g,
  // JSON web tokens
  /(?<![A-Za-z0-9])eyJ[\w-]{8,}[., ] ?[\w-]{8,}(?:[., ] ?[\w-]{8,})?/g,
  // Keys in text form
  /BEGIN(?: [A-Z]{2,10}){0,2} PRIVATE KEY(?: BLOCK)?/g,
  /(?<![A-Za-z0-9])AGE-SECRET-KEY-1[A-Z0-9]{20,}/g,
];

/** Long pieces without a blank, which may be a token of a kind nobody listed. */
const piece = /(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{24,}={0,2}(?![A-Za-z0-9+/_-])/g;

/** Letters of both cases and digits, mixed as no word, path or number is: changes of class again and again. */
function looksRandom(text: string): boolean {
  const classes = [/[a-z]/g, /[A-Z]/g, /\d/g].map((each) => text.match(each)?.length ?? 0);
  if (classes.some((count) => count < 3)) return false;
  const classOf = (character: string) => (/\d/.test(character) ? 'd' : /[A-Z]/.test(character) ? 'A' : 'a');
  const changes = [...text].filter((character, at) => at > 0 && classOf(character) !== classOf(text.charAt(at - 1))).length;
  return changes >= text.length / 4;
}

const match = (found: RegExpExecArray): Match => ({
  kind: 'key',
  from: found.index,
  to: found.index + found[0].length,
  text: found[0].replaceAll(' ', ''),
});

export function findKeys(text: string): Match[] {
  const known = tokens.flatMap((token) => [...text.matchAll(token)].map(match));
  const unknown = [...text.matchAll(piece)].filter(([written]) => looksRandom(written)).map(match);
  return [...known, ...unknown];
}

/** What stands behind a word for a secret. A value of dots or stars is hidden already. */
const secret =
  /(?<![A-Za-z])(?:pass ?(?:word|wort|phrase|code)|passwd|pwd|kennwort|mot de passe|contrase[nñ]a|client[ _]?secret|secret(?:[ _-]?key)?|api[ _-]?key|access[ _-]?token|auth[ _-]?token)["']? ?[:=] ?["']?(\S{4,})/gi;

export function findPasswords(text: string): Match[] {
  return [...text.matchAll(secret)].flatMap((found): Match[] => {
    const value = (found[1] ?? '').replace(/["',;]+$/, '');
    if (!/[\p{L}\p{N}]/u.test(value) || /^[*•.xX]+$/.test(value)) return [];
    const to = found.index + found[0].length;
    return [{ kind: 'password', from: to - (found[1] ?? '').length, to, text: value }];
  });
}
