import type { Match } from '../finding.ts';

/** An at sign is often read as another round sign, and a full stop with a blank beside it or as a comma. */
const address =
  /(?<![\w.+-])([A-Za-z0-9](?:[\w.+%-]{0,62}[A-Za-z0-9_])?) ?[@©®] ?((?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\. ?|,)){1,5}[A-Za-z]{2,24})(?![\w-])/g;

/** Behind a blank only an ending that everyone uses is one; else a new sentence would be. */
const sentence = /\. (?!(?:com|org|net|info|io|edu|gov|eu|de|at|ch|uk|fr|it|es|nl)$)/;

/** A full stop within the name is lost easily, and with it half of the name: a small word before may belong to it. */
const lostHalf = /(?<![\w@.])([a-z][a-z0-9_-]*)\.? $/;
const words = new Set('to at an or and by via mail email is write contact from cc bcc for on von bei oder und ist a de par'.split(' '));

/** Where an address begins, with what may be the first half of its name. */
function beginning(text: string, from: number): number {
  const before = lostHalf.exec(text.slice(0, from));
  return before && !words.has(before[1] ?? '') ? before.index : from;
}

export function findEmails(text: string): Match[] {
  return [...text.matchAll(address)].flatMap((found): Match[] => {
    const [all, local = '', domain = ''] = found;
    if (sentence.test(domain)) return [];
    const read = `${local}@${domain.replaceAll(',', '.').replaceAll(' ', '')}`.toLowerCase();
    return [{ kind: 'e-mail', from: beginning(text, found.index), to: found.index + all.length, text: read }];
  });
}
