import { Plus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import type { LibraryFacets, LibraryShelf } from '../../../shared/contract/library.ts';
import { ReviewState } from '../../../shared/model/review/state.ts';
import { Button } from '../../ui/button.tsx';
import { everything, type LibraryView, narrowed, writeView } from './address.ts';
import { CollectionDialog, CollectionMenu } from './collections.tsx';
import css from './filters.module.css';
import { shelfNames, stateNames } from './module-words.ts';

/** Of a long list as many are shown before one asks for all. */
const few = 8;

interface ChoiceProps {
  to: LibraryView;
  chosen: boolean;
  name: string;
  count?: number;
  children?: ReactNode;
}

function Choice({ to, chosen, name, count, children }: ChoiceProps) {
  return (
    <li className={css.choice}>
      <Link to={writeView(to)} aria-current={chosen ? 'true' : undefined}>
        <span>{name}</span>
        {count !== undefined && <small>{count.toLocaleString('en')}</small>}
      </Link>
      {children}
    </li>
  );
}

interface Named {
  key: string;
  name: string;
  count: number;
  to: LibraryView;
  chosen: boolean;
  menu?: ReactNode;
}

function Group({ title, choices, action }: { title: string; choices: Named[]; action?: ReactNode }) {
  const [all, setAll] = useState(false);
  if (choices.length === 0 && !action) return null;
  const shown = all ? choices : choices.filter(({ chosen }, index) => index < few || chosen);
  return (
    <section className={css.group}>
      <h2>{title}</h2>
      <ul aria-label={title}>
        {shown.map(({ key, menu, ...choice }) => (
          <Choice key={key} {...choice}>
            {menu}
          </Choice>
        ))}
      </ul>
      {shown.length < choices.length && (
        <Button variant="plain" onClick={() => setAll(true)}>
          All {choices.length}
        </Button>
      )}
      {action}
    </section>
  );
}

/** Ways to fewer modules, each with how many there are. A press on what is chosen lets go of it. */
export function Filters({ view, facets, takes }: { view: LibraryView; facets: LibraryFacets | undefined; takes: number }) {
  const [naming, setNaming] = useState(false);
  const { filter, things } = view;
  const modules = things === 'modules';
  const bare = { collection: null, tag: null, skill: null, states: [] };
  const shelves: LibraryShelf[] = ['all', 'mine', 'shared', 'archived'];
  const isBare = modules && filter.collection === null && filter.tag === null && filter.skill === null && filter.states.length === 0;
  return (
    <nav aria-label="Filter" className={css.filters}>
      <ul aria-label="Shelves">
        {shelves
          .filter((shelf) => shelf === 'all' || shelf === filter.shelf || (facets?.shelves[shelf] ?? 0) > 0)
          .filter((shelf) => shelf !== 'mine' || (facets?.shelves.shared ?? 0) > 0 || filter.shelf === 'mine')
          .map((shelf) => (
            <Choice
              key={shelf}
              name={shelfNames[shelf]}
              to={narrowed(view, { ...bare, shelf })}
              chosen={isBare && filter.shelf === shelf}
              {...(facets && { count: facets.shelves[shelf] })}
            />
          ))}
        {takes > 0 && <Choice name="Takes" to={{ ...everything(view), things: 'takes' }} chosen={!modules} count={takes} />}
      </ul>
      {facets && (
        <>
          <Group
            title="State"
            choices={ReviewState.options.flatMap((state) => {
              const chosen = modules && filter.states.includes(state);
              const to = narrowed(view, { states: chosen ? [] : [state] });
              const count = facets.states[state];
              return count > 0 || chosen ? [{ key: state, name: stateNames[state], count, to, chosen }] : [];
            })}
          />
          <Group
            title="Collections"
            choices={facets.collections.map((collection) => {
              const chosen = modules && filter.collection === collection.id;
              const to = narrowed(view, { collection: chosen ? null : collection.id });
              const menu = <CollectionMenu key={collection.id} collection={collection} view={view} />;
              return { key: collection.id, name: collection.name, count: collection.count, to, chosen, menu };
            })}
            action={
              <Button variant="plain" icon={Plus} onClick={() => setNaming(true)}>
                New collection
              </Button>
            }
          />
          <Group
            title="Tags"
            choices={facets.tags.map(({ name, count }) => {
              const chosen = modules && filter.tag === name;
              return { key: name, name, count, chosen, to: narrowed(view, { tag: chosen ? null : name }) };
            })}
          />
          <Group
            title="Skills"
            choices={facets.skills.map(({ name, count }) => {
              const chosen = modules && filter.skill === name;
              return { key: name, name, count, chosen, to: narrowed(view, { skill: chosen ? null : name }) };
            })}
          />
        </>
      )}
      {naming && <CollectionDialog onClose={() => setNaming(false)} />}
    </nav>
  );
}
