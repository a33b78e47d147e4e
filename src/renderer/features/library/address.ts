import { z } from 'zod';
import { LibraryFilter, LibraryOrder, LibraryShelf } from '../../../shared/contract/library.ts';
import { Id } from '../../../shared/model/ids.ts';
import { longestQuery } from '../../../shared/model/library/query.ts';
import { ReviewState } from '../../../shared/model/review/state.ts';

/** What the library shows, as its address says it: a link to it, and the way back, show the same. */
export interface LibraryView {
  things: 'modules' | 'takes';
  as: 'grid' | 'list';
  filter: LibraryFilter;
}

const text = z.string().min(1).max(60).nullable().catch(null);

/** Whatever stands in an address; what makes no sense is passed over. */
export function readView(address: URLSearchParams): LibraryView {
  const states = ReviewState.options.filter((state) => address.getAll('state').includes(state));
  return {
    things: address.get('things') === 'takes' ? 'takes' : 'modules',
    as: address.get('as') === 'list' ? 'list' : 'grid',
    filter: {
      words: (address.get('words') ?? '').slice(0, longestQuery),
      shelf: LibraryShelf.catch('all').parse(address.get('shelf')),
      states,
      collection: Id.nullable().catch(null).parse(address.get('collection')),
      tag: text.parse(address.get('tag')),
      skill: text.parse(address.get('skill')),
      order: LibraryOrder.catch('best').parse(address.get('order')),
    },
  };
}

/** Only what is not as it is anyway stands in the address. */
export function writeView({ things, as, filter }: LibraryView): string {
  const { words, shelf, states, collection, tag, skill, order } = filter;
  const said: [string, string | null][] = [
    ['things', things === 'takes' ? things : null],
    ['words', words || null],
    ['shelf', shelf === 'all' ? null : shelf],
    ...states.map((state): [string, string] => ['state', state]),
    ['collection', collection],
    ['tag', tag],
    ['skill', skill],
    ['order', order === 'best' ? null : order],
    ['as', as === 'list' ? as : null],
  ];
  const address = new URLSearchParams(said.flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
  return address.size > 0 ? `/library?${address}` : '/library';
}

/** All modules, shown as they are shown now. */
export const everything = ({ as }: Pick<LibraryView, 'as'>): LibraryView => ({ things: 'modules', as, filter: LibraryFilter.parse({}) });

/** Another filter; what is looked for and how it is sorted stay. */
export const narrowed = (view: LibraryView, change: Partial<LibraryFilter>): LibraryView => ({
  ...view,
  things: 'modules',
  filter: { ...view.filter, ...change },
});

export const isNarrowed = ({ filter }: LibraryView): boolean => {
  const { words, shelf, states, collection, tag, skill } = filter;
  return words !== '' || shelf !== 'all' || states.length > 0 || collection !== null || tag !== null || skill !== null;
};
