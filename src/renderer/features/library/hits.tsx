import { Link } from 'react-router';
import type { LibraryEntry, LibraryHit } from '../../../shared/contract/library.ts';
import type { StateWords } from '../publish/words.ts';
import css from './hits.module.css';
import { ModuleMenu } from './module-menu.tsx';
import { By, Facts, type Person, Poster } from './module-parts.tsx';
import { placeName, placeOf, titleOf } from './module-words.ts';
import type { ModuleActions } from './use-modules.ts';

function Parts({ parts }: Pick<LibraryHit, 'parts'>) {
  let at = 0;
  return parts.map(({ text, found }) => {
    const key = at;
    at += text.length;
    return found ? <mark key={key}>{text}</mark> : <span key={key}>{text}</span>;
  });
}

interface Props {
  entry: LibraryEntry;
  standing: StateWords;
  author: Person;
  actions: ModuleActions;
}

/** A module in which something was found, and the ways to the places where it stands. */
export function Hit({ entry: { card, hits }, standing, author, actions }: Props) {
  const title = hits.find(({ where }) => where === 'title');
  const places = hits.filter(({ where }) => where !== 'title');
  return (
    <li className={css.hit}>
      <div className={css.poster}>
        <Poster poster={card.poster} />
      </div>
      <div className={css.words}>
        <By card={card} author={author} />
        <h3>
          <Link to={`/write/${card.id}`} data-hit>
            {title ? <Parts parts={title.parts} /> : titleOf(card)}
          </Link>
        </h3>
        {places.length > 0 && (
          <ul aria-label={`Found in ${titleOf(card)}`} className={css.places}>
            {places.map((hit) => (
              <li key={`${hit.where} ${hit.block} ${hit.second} ${hit.parts.map(({ text }) => text).join('')}`}>
                <Link to={placeOf(card.id, hit)} data-hit>
                  <span className={css.where}>{placeName(hit)}</span>
                  <span>
                    <Parts parts={hit.parts} />
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        )}
        <Facts card={card} standing={standing} />
      </div>
      <ModuleMenu card={card} actions={actions} />
    </li>
  );
}
