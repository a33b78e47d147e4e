/** @jsxImportSource hono/jsx */
import { authorPath, mediaPath } from '../addresses.ts';
import type { Colleague } from '../people/colleagues.ts';

type FaceSize = 'small-face' | 'large-face' | 'portrait' | '';

/** At most two letters that stand for a person without a photo. */
export function initials(name: string): string {
  const words = name.split(/\s+/u).filter(Boolean);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].flatMap((word) => (word ? [...word].slice(0, 1) : []));
  return letters.join('').toLocaleUpperCase();
}

/** A person's photo, or her initials. The name always stands beside it, so it says nothing to those who listen. */
export const Face = ({ person, size = '' }: { person: Pick<Colleague, 'name' | 'photo'>; size?: FaceSize }) => (
  <span class={`face ${size}`} aria-hidden="true">
    {person.photo ? <img src={mediaPath(person.photo)} alt="" loading="lazy" /> : initials(person.name)}
  </span>
);

export const roleAndTeam = ({ role, team }: Pick<Colleague, 'role' | 'team'>): string => [role, team].filter(Boolean).join(' · ');

/** Face, name and what she does, leading to her page. */
export const Byline = ({ person, size = '' }: { person: Colleague; size?: FaceSize }) => (
  <a class="byline" href={authorPath(person.id)}>
    <Face person={person} size={size} />
    <span>
      <span class="byline-name">{person.name}</span>
      {roleAndTeam(person) && <span class="byline-role">{roleAndTeam(person)}</span>}
    </span>
  </a>
);

export const Chips = ({ label, words }: { label: string; words: readonly string[] }) =>
  words.length === 0 ? null : (
    <div class="ask-about">
      <span class="small soft">{label}</span>
      <ul class="chips">
        {words.map((word) => (
          <li>{word}</li>
        ))}
      </ul>
    </div>
  );
