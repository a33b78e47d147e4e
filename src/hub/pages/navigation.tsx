/** @jsxImportSource hono/jsx */
import { ChevronDown, LogOut, UserRound } from 'lucide';
import { playerLanguages } from '../../player/words/index.ts';
import type { Role } from '../../shared/contract/hub.ts';
import { languageName } from '../../shared/model/translation/language.ts';
import { asksPath, authorPath, languagePath, peoplePath, policyPath, publishPath, queuePath } from '../addresses.ts';
import type { Hub, Person } from '../hub-env.ts';
import { useSpeech } from '../language/speech.ts';
import type { HubWords } from '../language/words/en.ts';
import { Face } from './face.tsx';
import { Icon } from './icon.tsx';
import { ReminderBadge } from './reminders.tsx';

interface Place {
  path: string;
  name: string;
  /** What it is called where the page speaks another language. */
  says?: keyof Pick<HubWords, 'start' | 'yourQuestions'>;
  role: Role;
}

const places: Place[] = [
  { path: '/', name: 'Start', says: 'start', role: 'learner' },
  { path: asksPath, name: 'Your questions', says: 'yourQuestions', role: 'learner' },
  { path: queuePath, name: 'Review', role: 'reviewer' },
  { path: publishPath, name: 'Publish', role: 'publisher' },
  { path: peoplePath, name: 'People', role: 'admin' },
  { path: policyPath, name: 'Policy', role: 'admin' },
];

/** The places this person has something to do at, and no other. */
export const placesFor = ({ roles }: Pick<Person, 'roles'>): Place[] => places.filter(({ role }) => roles.includes(role));

export const Navigation = ({ hub, person, path }: { hub: Hub; person: Person; path: string }) => {
  const { words, language } = useSpeech();
  const nameOf = ({ name, says }: Place) => (says ? words[says] : name);
  return (
    <nav class="nav" aria-label={words.places}>
      <ul class="plain-list">
        {placesFor(person).map((place) => (
          <li>
            <a
              href={place.path}
              data-name={nameOf(place)}
              lang={place.says || language === 'en' ? undefined : 'en'}
              aria-current={place.path === path ? 'page' : undefined}
            >
              {nameOf(place)}
              {place.path === '/' && <ReminderBadge hub={hub} person={person} />}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
};

/** The language the hub speaks, for those whose browser says another. */
const Language = ({ here }: { here: string }) => {
  const { words, language } = useSpeech();
  return (
    <form method="post" action={languagePath} class="me-language">
      <input type="hidden" name="back" value={here} />
      <label for="me-language">{words.language}</label>
      <select id="me-language" name="language">
        {playerLanguages.map((one) => (
          <option value={one} lang={one} selected={one === language}>
            {languageName(one)}
          </option>
        ))}
      </select>
      <button type="submit">{words.change}</button>
    </form>
  );
};

export const Me = ({ person, here }: { person: Person; here: string }) => {
  const { words } = useSpeech();
  return (
    <details class="me">
      <summary>
        <Face person={{ name: person.name, photo: null }} size="small-face" />
        <span class="me-name">{person.name}</span>
        <Icon node={ChevronDown} />
      </summary>
      <div class="me-menu">
        <p class="small soft">{person.email}</p>
        {person.roles.includes('author') && (
          <a href={authorPath(person.id)}>
            <Icon node={UserRound} /> {words.yourPage}
          </a>
        )}
        <Language here={here} />
        <form method="post" action="/sign-out">
          <button type="submit">
            <Icon node={LogOut} /> {words.signOut}
          </button>
        </form>
      </div>
    </details>
  );
};
