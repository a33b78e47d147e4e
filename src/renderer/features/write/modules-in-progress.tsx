import { useQuery } from '@tanstack/react-query';
import { LibraryBig } from 'lucide-react';
import { Link } from 'react-router';
import type { LibraryCard } from '../../../shared/contract/library.ts';
import { orpc } from '../../api/client.ts';
import { Ago } from '../../ui/ago.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { FaultNotice } from '../../ui/notice.tsx';
import { ModuleMenu } from '../library/module-menu.tsx';
import { minutesOf, titleOf } from '../library/module-words.ts';
import { type ModuleActions, useModuleActions } from '../library/use-modules.ts';
import { ReviewStateOf } from '../publish/review-states.tsx';
import css from './modules-in-progress.module.css';

/** As many stand on the start page; all others are in the library. */
const most = 6;

function ModuleRow({ card, actions }: { card: LibraryCard; actions: ModuleActions }) {
  return (
    <li className={css.module}>
      {card.poster ? <img className={css.poster} src={`/media/${card.poster}`} alt="" /> : <span className={css.poster} />}
      <div className={css.words}>
        <Link to={`/write/${card.id}`} className={css.title}>
          {titleOf(card)}
        </Link>
        <p className={css.facts}>
          <span>
            {minutesOf(card)} · changed <Ago at={card.updatedAt} />
          </span>
          <ReviewStateOf moduleId={card.id} revision={card.revision} />
        </p>
      </div>
      <ModuleMenu card={card} actions={actions} />
    </li>
  );
}

/** The modules one is at, for the start page: what is published is in the library. Nothing where there are none at all. */
export function ModulesInProgress() {
  const { data, error } = useQuery(
    orpc.library.find.queryOptions({
      input: { states: ['draft', 'in-review', 'changes-requested', 'approved'], order: 'changed', count: most },
    }),
  );
  const actions = useModuleActions();
  const facets = useQuery(orpc.library.facets.queryOptions());
  if (!error && !facets.data?.shelves.all) return null;
  return (
    <section className={css.modules} aria-labelledby="modules-in-progress">
      <div className={css.head}>
        <h2 id="modules-in-progress">Modules</h2>
        <ButtonLink to="/library" variant="plain" icon={LibraryBig}>
          All in the library
        </ButtonLink>
      </div>
      <FaultNotice error={error ?? actions.error} />
      <ul>
        {data?.entries.map(({ card }) => (
          <ModuleRow key={card.id} card={card} actions={actions} />
        ))}
      </ul>
    </section>
  );
}
