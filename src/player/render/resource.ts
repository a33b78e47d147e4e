import type { ResourceBlock } from '../../shared/model/blocks/resource.ts';
import type { Around } from './around.ts';
import type { Markup } from './markup.ts';
import { voiceIn } from './voice.ts';

/** The place an address leads to, as a reader knows it: "intranet.example". */
function placeOf(address: string): string {
  if (!URL.canParse(address)) return '';
  const { protocol, hostname, pathname } = new URL(address);
  return protocol === 'mailto:' ? pathname : hostname.replace(/^www\./u, '');
}

/** Something to read or use elsewhere: where it leads and how long it takes stand before one goes there. */
export const resourceMarkup = ({ id, title, address, about, minutes }: ResourceBlock['attrs'], around: Pick<Around, 'voice'>): Markup => {
  const facts = [placeOf(address), minutes ? voiceIn(around).words.minutes(minutes) : ''].filter(Boolean).join(' · ');
  const name = title || placeOf(address);
  return [
    'div',
    { class: 'sh-resource', id: `block-${id}`, 'data-block': id },
    ['p', {}, address ? ['a', { href: address, rel: 'noopener noreferrer' }, name] : name],
    ...(about ? [['p', {}, about] as const] : []),
    ...(facts ? [['p', { class: 'sh-facts', ...voiceIn(around).mark }, facts] as const] : []),
  ];
};
