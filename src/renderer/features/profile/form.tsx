import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { authorCard } from '../../../player/render/author.ts';
import { readFault } from '../../../shared/contract/faults.ts';
import { Profile } from '../../../shared/model/profile.ts';
import { client, orpc } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { FaultNotice } from '../../ui/notice.tsx';
import { createAutosave, type SaveState } from '../cut/autosave.ts';
import { MarkupView } from '../write/markup-view.tsx';
import { useLeaving } from '../write/use-leaving.ts';
import { Chips } from './chips.tsx';
import { PhotoField } from './photo-field.tsx';
import css from './profile.module.css';
import '../../../player/player.css';

const media = (hash: string): string => `/media/${hash}`;

const savedWords: Record<SaveState['is'], string> = {
  saved: 'Saved. It goes with every module you publish from now on.',
  waiting: 'Saving…',
  saving: 'Saving…',
  failed: 'Not saved yet',
  stale: 'Not saved',
};

/** Writes the profile as it changes. */
function useAutosave() {
  const queries = useQueryClient();
  const [state, setState] = useState<SaveState | null>(null);
  const autosave = useMemo(
    () =>
      createAutosave<Profile>({
        save: async (profile) => void (await client.profile.save(profile)),
        isStale: () => false,
        mayPass: (error) => readFault(error) === null,
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

export function ProfileForm({ loaded }: { loaded: Profile }) {
  const [profile, setProfile] = useState(loaded);
  const { state, autosave } = useAutosave();
  const change = (part: Partial<Profile>) => {
    const next = { ...profile, ...part };
    setProfile(next);
    autosave.change(Profile.parse(next));
  };
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
        />
        <Chips
          label="Ask me about"
          hint="Questions you like to answer."
          values={profile.askMeAbout}
          onChange={(askMeAbout) => change({ askMeAbout })}
        />
        <p className={css.state} role="status">
          {state && savedWords[state.is]}
        </p>
        {state?.is === 'failed' && (
          <FaultNotice error={state.error} action={<Button onClick={() => void autosave.flush()}>Try again</Button>} />
        )}
      </div>
      <aside className={css.preview} aria-label="Your card">
        <p>Beneath each of your modules</p>
        <div className="showhow-module">
          <MarkupView markup={authorCard({ author: profile, media })} />
        </div>
      </aside>
    </div>
  );
}
