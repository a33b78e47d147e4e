import type { Word } from '../../../shared/model/privacy/finding.ts';
import type { Grey } from '../../privacy/grey.ts';
import type { Reader } from '../../privacy/reader.ts';
import { evened } from './evened.ts';

/** Pictures up to so many pixels are read at twice their size: letters on screens are half as high as the reader likes. */
const mostDoubled = 2_800_000;

/** The words of a picture, the faint ones as well. */
export async function readFaint(reader: Pick<Reader, 'read'>, picture: Grey): Promise<Word[]> {
  const scale = picture.width * picture.height <= mostDoubled ? 2 : 1;
  return reader.read(evened(picture), scale);
}
