/** @jsxImportSource hono/jsx */
import { authorPath } from '../../addresses.ts';
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

const thanksText = (thanks: number): string => (thanks === 1 ? 'Thanked once by a colleague' : `Thanked ${thanks} times by colleagues`);

export interface PersonPageProps {
  person: Colleague;
  /** The reader is this person. */
  self: boolean;
  modules: PublishedModule[];
  thanks: number;
  asked: AskedQuestion[];
}

export const PersonPage = ({ person, self, modules, thanks, asked }: PersonPageProps) => (
  <div class="person-page">
    <header class="person-head">
      <Face person={person} size="portrait" />
      <div>
        <h1>{person.name}</h1>
        {roleAndTeam(person) && <p class="objective">{roleAndTeam(person)}</p>}
        {thanks > 0 && <p class="thanked-count">{thanksText(thanks)}</p>}
      </div>
    </header>
    <div class="person-facts">
      <Words title="Ask me about" words={person.askMeAbout} />
      <Words title="Good at" words={person.goodAt} />
      {self && (
        <p class="notice">
          This is how colleagues see you. Change it in your studio under Profile; it comes here with the next module you hand in.
        </p>
      )}
    </div>
    {!self && (
      <aside class="author-card" aria-label={`Ask ${person.name}`}>
        <AskForm action={`${authorPath(person.id)}/asks`} name={person.name} asked={asked} />
      </aside>
    )}
    <section class="person-modules" aria-labelledby="shown-title">
      <div class="section-head">
        <h2 id="shown-title">{self ? 'What you show' : `What ${person.name} shows`}</h2>
      </div>
      {modules.length === 0 ? (
        <p class="soft">Nothing yet. {self ? 'Record something in your studio that you do well.' : 'Ask, and it may become the first.'}</p>
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
