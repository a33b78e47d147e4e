import { describe, expect, it } from 'vitest';
import { putBack } from '../../../../src/shared/model/history/put-back.ts';
import { contentOf, idOf, text } from '../difference/documents.ts';

const older = contentOf([text(1, 'one'), text(2, 'two'), text(3, 'three')]);
const ids = ({ body }: typeof older) => body.content.map(({ attrs }) => attrs.id);

describe('a part that was taken out', () => {
  it('comes back under its name, behind what stood before it', () => {
    const now = contentOf([text(3, 'three'), text(1, 'one'), text(4, 'four')]);
    const { content, id } = putBack(now, text(2, 'two'), older);
    expect(ids(content)).toEqual([idOf(3), idOf(1), idOf(2), idOf(4)]);
    expect(id).toBe(idOf(2));
  });

  it('comes first where nothing that stood before it is left', () => {
    expect(ids(putBack(contentOf([text(3, 'three')]), text(2, 'two'), older).content)).toEqual([idOf(2), idOf(3)]);
  });

  it('gets another name where it came back meanwhile', () => {
    const { content, id } = putBack(older, text(2, 'two'), older);
    expect(id).not.toBe(idOf(2));
    expect(new Set(ids(content)).size).toBe(4);
  });

  it('brings what was written for it, in the languages that the module is still in', () => {
    const written = (words: string) => ({ head: {}, blocks: { [idOf(2)]: { text: { from: 'two', text: words } } } });
    const now = { ...contentOf([text(1, 'one')]), translations: { de: { head: {}, blocks: {} } } };
    const { content } = putBack(now, text(2, 'two'), { ...older, translations: { de: written('zwei'), fr: written('deux') } });
    expect(content.translations).toEqual({ de: written('zwei') });
  });
});
