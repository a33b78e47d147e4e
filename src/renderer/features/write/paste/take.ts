import { readFault } from '../../../../shared/contract/faults.ts';
import { uploadPicture } from '../upload-picture.ts';
import type { Dropped } from './dropped.ts';
import type { Judged, PastedPicture } from './judge.ts';
import { element, type HtmlNode, wordsOf } from './tree.ts';

/** The bytes of a data address. A page may not fetch one. */
function decoded(address: string): Blob {
  const comma = address.indexOf(',');
  const bytes = Uint8Array.from(atob(address.slice(comma + 1).replace(/\s/gu, '')), (letter) => letter.charCodeAt(0));
  return new Blob([bytes], { type: address.slice('data:'.length, address.indexOf(';')) });
}

/** A picture on the way in, as the schema reads one from a clipboard; `null` where the studio refused it. */
async function uploaded({ data, alt }: PastedPicture, file: File | undefined, dropped: Dropped): Promise<HtmlNode | null> {
  try {
    const blob = data === null ? file : decoded(data);
    if (!blob) throw new TypeError('A picture without bytes');
    const { hash, width, height } = await uploadPicture(new File([blob], 'A pasted picture', { type: blob.type }));
    const attributes = JSON.stringify({ media: hash, alt, decorative: false, width, height });
    return element('div', [], { 'data-block': 'image', 'data-attributes': attributes });
  } catch (cause) {
    const code = readFault(cause)?.code;
    if (code === 'MEDIA_TOO_LARGE') dropped.add('large-picture');
    else if (code === 'MEDIA_TYPE_REFUSED' || code === 'MEDIA_TRUNCATED') dropped.add('odd-picture');
    else throw cause;
    return null;
  }
}

const placed = (nodes: readonly HtmlNode[], pictures: readonly (HtmlNode | null)[]): HtmlNode[] =>
  nodes.flatMap((node): HtmlNode[] => {
    if (typeof node === 'string') return [node];
    const number = node.attributes['data-pasted'];
    if (number === undefined) return [{ ...node, children: placed(node.children, pictures) }];
    const picture = pictures[Number(number)];
    return picture ? [picture] : [];
  });

/** Whether there is anything to read in what was judged. */
export const saysAnything = ({ content }: Judged): boolean => content.some((node) => wordsOf(node).trim() !== '');

/** Hands the pictures to the studio, one after the other, and puts them where they stood. */
export async function withPictures({ content, pictures, dropped }: Judged, files: readonly File[]): Promise<HtmlNode[]> {
  const taken: (HtmlNode | null)[] = [];
  let next = 0;
  for (const picture of pictures) {
    const file = picture.data === null ? files[next] : undefined;
    if (picture.data === null) next += 1;
    taken.push(await uploaded(picture, file, dropped));
  }
  return placed(content, taken);
}
