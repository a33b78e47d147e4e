import { useCallback, useEffect, useMemo, useState } from 'react';
import { captionsOfEdit } from '../../../shared/model/captions/output.ts';
import type { EditList } from '../../../shared/model/edit/list.ts';
import type { Player } from '../cut/player.ts';
import { useAtTime } from '../cut/use-player.ts';
import styles from './captions.module.css';
import { cueAtTime } from './find.ts';
import { sessionOf } from './session.ts';
import { useShown } from './shown.ts';

/** The captions of all takes of an edit, in output time, as they are being written. */
function useEditCues(list: EditList) {
  const [written, setWritten] = useState(0);
  const names = [...new Set(list.clips.map(({ source }) => source))].sort().join(' ');
  useEffect(() => {
    const stops = names.split(' ').map((name) => {
      const session = sessionOf(name);
      void session.load();
      return session.subscribe(() => setWritten((count) => count + 1));
    });
    return () => {
      for (const stop of stops) stop();
    };
  }, [names]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `written` says that what the sessions hold has changed
  return useMemo(() => {
    const drafts = names.split(' ').map((name) => [name, sessionOf(name).state().history.present.state] as const);
    return captionsOfEdit(list, Object.fromEntries(drafts));
  }, [list, names, written]);
}

/** What is said now, over the preview, as the player will show it: without the words that are cut out. */
export function CaptionOverlay({ list, player }: { list: EditList; player: Player }) {
  const cues = useEditCues(list);
  const [shown] = useShown();
  const text = useAtTime(
    player,
    useCallback((time) => cueAtTime(cues, time)?.text ?? '', [cues]),
  );
  if (!shown || text.trim() === '') return null;
  // What is heard already need not be said by a screen reader as well.
  return (
    <div className={styles.overlay} aria-hidden="true">
      <p>{text}</p>
    </div>
  );
}
