import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { everything, isNarrowed, type LibraryView, readView, writeView } from '../../../../src/renderer/features/library/address.ts';
import { LibraryFilter, LibraryOrder, LibraryShelf } from '../../../../src/shared/contract/library.ts';
import { ReviewState } from '../../../../src/shared/model/review/state.ts';

const read = (address: string) => readView(new URL(address, 'http://studio').searchParams);
const name = fc.option(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }));
const view: fc.Arbitrary<LibraryView> = fc.record({
  things: fc.constantFrom('modules', 'takes'),
  as: fc.constantFrom('grid', 'list'),
  filter: fc.record({
    words: fc.string({ unit: 'grapheme', maxLength: 60 }),
    shelf: fc.constantFrom(...LibraryShelf.options),
    states: fc.subarray(ReviewState.options),
    collection: fc.option(fc.uuid({ version: 4 })),
    tag: name,
    skill: name,
    order: fc.constantFrom(...LibraryOrder.options),
  }),
});

describe('the address of the library', () => {
  test('says all that is shown', () => {
    fc.assert(
      fc.property(view, (shown) => {
        expect(read(writeView(shown))).toEqual(shown);
      }),
    );
  });

  test('is short where nothing is chosen', () => {
    expect(writeView(everything({ as: 'grid' }))).toBe('/library');
    expect(isNarrowed(everything({ as: 'list' }))).toBe(false);
  });

  test('passes over what makes no sense', () => {
    const odd = read(`/library?shelf=cellar&state=lost&state=draft&collection=1&order=none&things=x&words=${'w'.repeat(999)}`);
    expect(odd).toMatchObject({ things: 'modules', as: 'grid' });
    expect(odd.filter).toMatchObject({ shelf: 'all', states: ['draft'], collection: null, order: 'best' });
    expect(() => LibraryFilter.parse(odd.filter)).not.toThrow();
  });
});
