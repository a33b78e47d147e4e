import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { authorCard } from '../../../player/render/author.ts';
import { Profile } from '../../../shared/model/profile.ts';
import { client, orpc } from '../../api/client.ts';
import { createAutosave, type SaveState } from '../../saving/autosave.ts';
import { mayPass } from '../../saving/refusals.ts';
import { saveWords } from '../../saving/save-words.ts';
import { useLeaving } from '../../saving/use-leaving.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { MarkupView } from '../../ui/markup-view.tsx';
import { FaultNotice } from '../../ui/notice.tsx';
import { Chips, withWord } from './chips.tsx';
import { PhotoField } from './photo-field.tsx';
import css from './profile.module.css';
import '../../../player/player.css';

const media = (hash: string): string => `/media/${hash}`;

const words: typeof saveWords = { ...saveWords, saved: 'Saved. It goes with every module you publish from now on.' };

/** Writes the profile as it changes. */
function useAutosave() {
  const queries = useQueryClient();
  const [state, setState] = useState<SaveState | null>(null);
  const autosave = useMemo(
    () =>
      createAutosave<Profile>({
        save: async (profile) => void (await client.profile.save(profile)),
        isStale: () => false,
        mayPass,
        onState: setState,
        delay: 300,
        retryAfter: 4000,
      }),
    [],
  );
  useLeaving(state !== null && state.is !== 'saved', autosave.flush);
  useEffect(
    () => () => {
      void autosave.flush().then(() => queries.invalidateQueries({ queryKey: orpc.profile.key() }));
    },
    [autosave, queries],
  );
  return { state, autosave };
}

/** What stands in the form: the profile, and words that are typed and not added yet. */
interface Written {
  profile: Profile;
  typed: { goodAt: string; askMeAbout: string };
}

/** What is typed counts, added or not: who goes on without pressing Enter has said it all the same. */
const wholeOf = ({ profile, typed }: Written): Profile => ({
  ...profile,
  goodAt: withWord(profile.goodAt, typed.goodAt),
  askMeAbout: withWord(profile.askMeAbout, typed.askMeAbout),
});

export function ProfileForm({ loaded }: { loaded: Profile }) {
  const [written, setWritten] = useState<Written>({ profile: loaded, typed: { goodAt: '', askMeAbout: '' } });
  const { profile } = written;
  const whole = wholeOf(written);
  // A word that is added changes both at once.
  const latest = useRef(written);
  const { state, autosave } = useAutosave();
  const put = (next: Written) => {
    latest.current = next;
    setWritten(next);
    autosave.change(Profile.parse(wholeOf(next)));
  };
  const change = (part: Partial<Profile>) => put({ ...latest.current, profile: { ...latest.current.profile, ...part } });
  const type = (part: Partial<Written['typed']>) => put({ ...latest.current, typed: { ...latest.current.typed, ...part } });
  return (
    <div className={css.columns}>
      <div className={css.form}>
        <PhotoField name={profile.name} photo={profile.photo} onChange={(photo) => change({ photo })} />
        <TextField
          label="Name"
          autoComplete="name"
          value={profile.name}
          maxLength={80}
          onChange={(event) => change({ name: event.target.value })}
        />
        <TextField label="What you do" value={profile.role} maxLength={80} onChange={(event) => change({ role: event.target.value })} />
        <TextField label="Team" value={profile.team} maxLength={80} onChange={(event) => change({ team: event.target.value })} />
        <Chips
          label="Good at"
          hint="What colleagues come to you for. Press Enter after each."
          values={profile.goodAt}
          onChange={(goodAt) => change({ goodAt })}
          onTyped={(goodAt) => type({ goodAt })}
        />
        <Chips
          label="Ask me about"
          hint="Questions you like to answer."
          values={profile.askMeAbout}
          onChange={(askMeAbout) => change({ askMeAbout })}
          onTyped={(askMeAbout) => type({ askMeAbout })}
        />
        <p className={css.state} role="status">
          {state && words[state.is]}
        </p>
        {state?.is === 'failed' && (
          <FaultNotice error={state.error} action={<Button onClick={() => void autosave.flush()}>Try again</Button>} />
        )}
      </div>
      <aside className={css.preview} aria-label="Your card">
        <p>Beneath each of your modules</p>
        {profile.name.trim() === '' ? (
          <p className={css.nobody}>
            Your card appears here as soon as you have a name: your face, what you do, and what to ask you about.
          </p>
        ) : (
          <div className="showhow-module">
            <MarkupView markup={authorCard({ author: whole, media })} />
          </div>
        )}
      </aside>
    </div>
  );
}
