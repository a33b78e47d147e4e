/** @jsxImportSource hono/jsx */
import { authorPath } from '../../addresses.ts';
import { useSpeech } from '../../language/speech.ts';
import type { PublishedModule } from '../../library/published.ts';
import type { Colleague } from '../../people/colleagues.ts';
import type { AskedQuestion } from '../../relations/asks.ts';
import { AskForm } from '../ask-form.tsx';
import { Face, roleAndTeam } from '../face.tsx';
import { ModuleCard } from '../module-card.tsx';

const Words = ({ title, words }: { title: string; words: readonly string[] }) =>
  words.length === 0 ? null : (
    <div>
      <h2>{title}</h2>
      <ul class="chips">
        {words.map((word) => (
          <li>{word}</li>
        ))}
      </ul>
    </div>
  );

export interface PersonPageProps {
  person: Colleague;
  /** The reader is this person. */
  self: boolean;
  modules: PublishedModule[];
  thanks: number;
  asked: AskedQuestion[];
}

export const PersonPage = ({ person, self, modules, thanks, asked }: PersonPageProps) => {
  const { words } = useSpeech();
  return (
    <div class="person-page">
      <header class="person-head">
        <Face person={person} size="portrait" />
        <div>
          <h1>{person.name}</h1>
          {roleAndTeam(person) && <p class="objective">{roleAndTeam(person)}</p>}
          {thanks > 0 && <p class="thanked-count">{words.thanksCount(thanks)}</p>}
        </div>
      </header>
      <div class="person-facts">
        <Words title={words.askMeAbout} words={person.askMeAbout} />
        <Words title={words.goodAt} words={person.goodAt} />
        {self && <p class="notice">{words.seeYou}</p>}
      </div>
      {!self && (
        <aside class="author-card" aria-label={words.ask(person.name)}>
          <AskForm action={`${authorPath(person.id)}/asks`} person={person} asked={asked} />
        </aside>
      )}
      <section class="person-modules" aria-labelledby="shown-title">
        <div class="section-head">
          <h2 id="shown-title">{self ? words.youShow : words.shows(person.name)}</h2>
        </div>
        {modules.length === 0 ? (
          !person.gone && <p class="soft">{self ? words.nothingShownYou : words.nothingShown}</p>
        ) : (
          <ul class="modules">
            {modules.map((module) => (
              <ModuleCard module={module} />
            ))}
          </ul>
        )}
      </section>
    </div>
  );
};
