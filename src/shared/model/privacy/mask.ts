import type { PrivateKind } from '../edit/list.ts';

const dots = '•••';
const ends = (text: string, head: number, tail: number): string => `${text.slice(0, head)}${dots}${tail > 0 ? text.slice(-tail) : ''}`;

/** Enough of a private text that its author knows it again, and not enough for anyone else. */
export function masked(kind: PrivateKind, text: string): string {
  switch (kind) {
    case 'word':
      return text;
    case 'e-mail': {
      const [local = '', domain = ''] = text.split('@');
      return `${ends(local, 1, 0)}@${ends(domain, 1, domain.length - domain.lastIndexOf('.'))}`;
    }
    case 'card':
      return ends(text, 0, 4);
    case 'iban':
      return ends(text, 2, 4);
    case 'phone':
      return ends(text, 3, 2);
    case 'key':
      return ends(text, Math.min(4, Math.floor(text.length / 4)), 0);
    case 'password':
      return dots;
  }
}
