import type { DismissReason, PrivateKind } from '../edit/list.ts';

/** What each kind is called: one of it, and several. */
export const kindWords: Readonly<Record<PrivateKind, readonly [one: string, many: string]>> = {
  'e-mail': ['e-mail address', 'e-mail addresses'],
  phone: ['telephone number', 'telephone numbers'],
  card: ['card number', 'card numbers'],
  iban: ['bank account', 'bank accounts'],
  key: ['key', 'keys'],
  password: ['password', 'passwords'],
  word: ['word of your list', 'words of your list'],
};

export const kindCount = (kind: PrivateKind, count: number): string => `${count} ${kindWords[kind][count === 1 ? 0 : 1]}`;

/** Why something that looks private may be seen, as an answer. */
export const reasonWords: Readonly<Record<DismissReason, string>> = {
  'made-up': 'it is made up',
  public: 'it is public',
  agreed: 'the person agreed',
  mistaken: 'it is not what it seems',
};

/** What a video waits for before its module may be handed in. */
export function privacyOpen({ title, open, again }: { title: string; open: number; again: boolean }): string {
  const places = open === 1 ? '1 place' : `${open} places`;
  if (again) return `In “${title}” ${places} were hidden after it was finished. Finish it again, and put the new video into the module.`;
  return `In “${title}” something private may be seen in ${places}. Decide on each under Privacy in the cutting room.`;
}
