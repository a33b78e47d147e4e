/** @jsxImportSource hono/jsx */
import { ChevronDown, LogOut, UserRound } from 'lucide';
import type { Role } from '../../shared/contract/hub.ts';
import { asksPath, authorPath, peoplePath, policyPath, publishPath, queuePath } from '../addresses.ts';
import type { Person } from '../hub-env.ts';
import { Face } from './face.tsx';
import { Icon } from './icon.tsx';

interface Place {
  path: string;
  name: string;
  role: Role;
}

const places: Place[] = [
  { path: '/', name: 'Start', role: 'learner' },
  { path: asksPath, name: 'Your questions', role: 'learner' },
  { path: queuePath, name: 'Review', role: 'reviewer' },
  { path: publishPath, name: 'Publish', role: 'publisher' },
  { path: peoplePath, name: 'People', role: 'admin' },
  { path: policyPath, name: 'Policy', role: 'admin' },
];

/** The places this person has something to do at, and no other. */
export const placesFor = ({ roles }: Pick<Person, 'roles'>): Place[] => places.filter(({ role }) => roles.includes(role));

export const Navigation = ({ person, path }: { person: Person; path: string }) => (
  <nav class="nav" aria-label="Places">
    <ul class="plain-list">
      {placesFor(person).map((place) => (
        <li>
          <a href={place.path} data-name={place.name} aria-current={place.path === path ? 'page' : undefined}>
            {place.name}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

export const Me = ({ person }: { person: Person }) => (
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
          <Icon node={UserRound} /> Your page
        </a>
      )}
      <form method="post" action="/sign-out">
        <button type="submit">
          <Icon node={LogOut} /> Sign out
        </button>
      </form>
    </div>
  </details>
);
