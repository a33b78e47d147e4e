import { useQuery } from '@tanstack/react-query';
import { PenLine } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { LibraryCard } from '../../../shared/contract/library.ts';
import { orpc } from '../../api/client.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Empty } from '../../ui/card.tsx';
import { useLetterKeys } from '../../ui/letter-keys.ts';
import { FaultNotice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { everything, isNarrowed, type LibraryView, readView, writeView } from './address.ts';
import { Filters } from './filters.tsx';
import { Hits } from './hit-list.tsx';
import { ModuleCard } from './module-card.tsx';
import { ModuleGrid } from './module-grid.tsx';
import type { Person } from './module-parts.tsx';
import css from './page.module.css';
import { SearchField } from './search-field.tsx';
import { Takes } from './takes.tsx';
import { Toolbar } from './toolbar.tsx';
import { useLibrary } from './use-library.ts';
import { type ModuleActions, useModuleActions, useModules, useReviews } from './use-modules.ts';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

/** The key / leads to the search from anywhere on the page. */
function useSlash(field: { current: HTMLInputElement | null }): void {
  const [letters] = useLetterKeys();
  useEffect(() => {
    if (!letters) return;
    const press = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      // A question that is open is answered first.
      if (document.querySelector('[role="dialog"]')) return;
      event.preventDefault();
      field.current?.focus();
      field.current?.select();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [field, letters]);
}

interface ShelvesProps {
  view: LibraryView;
  author: Person;
  actions: ModuleActions;
}

/** The modules that pass the filter, however many there are. */
function Shelves({ view, author, actions }: ShelvesProps) {
  const [visible, setVisible] = useState({ from: 0, to: 0 });
  const { total, card, error } = useModules(view.filter, visible);
  const reviewOf = useReviews();
  if (error) return <FaultNotice error={error} />;
  if (total === null) return <div aria-busy="true" />;
  if (total === 0) return <Nothing view={view} />;
  return (
    <>
      <Toolbar view={view} total={total} />
      {/* Another filter begins at the top, with the first card. */}
      <ModuleGrid key={JSON.stringify(view.filter)} total={total} as={view.as} card={card} onVisible={setVisible}>
        {(shown: LibraryCard, place) => (
          <ModuleCard card={shown} as={view.as} review={reviewOf(shown.id)} author={author} actions={actions} {...place} />
        )}
      </ModuleGrid>
    </>
  );
}

function Nothing({ view }: { view: LibraryView }) {
  if (isNarrowed(view)) {
    return (
      <Empty title="Nothing is here" action={<ButtonLink to={writeView(everything(view))}>Show all modules</ButtonLink>}>
        No module passes this filter now.
      </Empty>
    );
  }
  return (
    <Empty title="Everything you write will be here" action={<ButtonLink to="/write">Write a module</ButtonLink>}>
      A module is a few minutes of video and a few lines of text. Those you make, and those colleagues send you as a file, stand here, and
      every word in them can be found.
    </Empty>
  );
}

/** Everything that was made here or came from colleagues: seen, sorted, found. */
export function Component() {
  const [address] = useSearchParams();
  const navigate = useNavigate();
  const view = readView(address);
  const field = useRef<HTMLInputElement>(null);
  const facets = useQuery(orpc.library.facets.queryOptions());
  const profile = useQuery(orpc.profile.get.queryOptions());
  const takes = useLibrary();
  const actions = useModuleActions();
  useSlash(field);

  const latest = useRef(view);
  latest.current = view;
  const look = useCallback(
    (words: string) => {
      const { filter, ...rest } = latest.current;
      void navigate(writeView({ ...rest, filter: { ...filter, words } }), { replace: filter.words !== '' });
    },
    [navigate],
  );
  const { photo = null, name = '' } = profile.data ?? {};
  const author = useMemo(() => ({ name, photo: photo && `/media/${photo}` }), [name, photo]);
  const { words } = view.filter;
  return (
    <Page
      title="Library"
      wide
      actions={
        <ButtonLink to="/write" icon={PenLine}>
          Write
        </ButtonLink>
      }
    >
      <SearchField
        label="Search titles, texts, questions and what is said"
        words={words}
        onWords={look}
        field={field}
        onDown={() => document.querySelector<HTMLElement>('[data-hit], [data-index] a[tabindex="0"]')?.focus()}
      />
      <FaultNotice error={facets.error ?? profile.error ?? actions.error} />
      <div className={css.library}>
        <Filters view={view} facets={facets.data} takes={takes.cards.length} />
        <div className={css.shelf}>
          {view.things === 'takes' && <Takes words={words} />}
          {view.things === 'modules' && words.trim() === '' && <Shelves view={view} author={author} actions={actions} />}
          {view.things === 'modules' && words.trim() !== '' && <Hits view={view} author={author} actions={actions} />}
        </div>
      </div>
    </Page>
  );
}
