import { useCallback, useMemo, useState } from 'react';
import type { Edit } from '../../../shared/contract/edits.ts';
import { toOutput } from '../../../shared/model/edit/time.ts';
import type { Take, TakePictures } from '../../../shared/model/take.ts';
import { SaveNotice } from '../../saving/save-notice.tsx';
import type { Bench } from './bench.ts';
import { perform, type Room as RoomOf } from './commands.ts';
import { Header } from './header.tsx';
import { PanelTabs } from './panel-tabs.tsx';
import { lastPanel } from './panels.tsx';
import { Preview } from './preview.tsx';
import styles from './room.module.css';
import { Timeline } from './timeline.tsx';
import { Toolbar } from './toolbar.tsx';
import { playing } from './tracks.ts';
import { useCharacterKeys } from './use-character-keys.ts';
import { useCutting } from './use-cutting.ts';
import { useEdit } from './use-edit.ts';
import { useFinish } from './use-finish.ts';
import { useKeys } from './use-keys.ts';
import { usePlayer } from './use-player.ts';
import { useScale } from './use-scale.ts';

/** The cutting room of one take that is ready. */
export function Room({ edit, take, pictures }: { edit: Edit; take: Take; pictures: TakePictures }) {
  const editing = useEdit(edit);
  const { title, list } = editing.cut;
  const source = take.id;
  const { duration } = take;
  const cutting = useCutting(editing, source, duration);
  const player = usePlayer(take, list.clips);
  const zooming = useScale(duration);
  const [panel, setPanel] = useState('cuts');
  const [characters, setCharacters] = useCharacterKeys();
  const finish = useFinish(editing, panel === lastPanel);
  const tracks = useMemo(() => playing(take), [take]);
  const frame = 1 / (tracks.picture?.frameRate ?? 30);
  const isSeen = useCallback((time: number) => toOutput(list, source, Math.min(time, duration - 0.001)) !== null, [list, source, duration]);

  const bench: Bench = { edit, list, take, player, cutting, editing, finish };
  const room: RoomOf = { player, cutting, zooming, list, source, frame };
  useKeys(characters, (command) => perform(command, room));

  return (
    <main className={styles.room} id="content" tabIndex={-1}>
      <Header title={title} saving={editing.saving} onRename={cutting.rename} />
      <div className={styles.notice}>
        <SaveNotice state={editing.saving} thing="cut" flush={editing.flush} takeTheirs={editing.takeTheirs} keepMine={editing.keepMine} />
      </div>
      <section className={styles.preview} aria-label="Preview">
        <Preview player={player} take={take} camera={list.camera} isSeen={isSeen} />
      </section>
      <PanelTabs className={styles.panel} panel={panel} onPanel={setPanel} bench={bench} />
      <section className={styles.timeline} aria-label="Timeline">
        <Toolbar room={room} editing={editing} characters={characters} onCharacters={setCharacters} />
        <Timeline
          {...{ player, pictures, zooming, frame, isSeen }}
          removed={cutting.removed}
          outer={cutting.outer}
          selection={cutting.selection}
          onSelect={cutting.select}
          onBringBack={cutting.bringBack}
          onMoveStart={cutting.moveStart}
          onMoveEnd={cutting.moveEnd}
          onSettle={cutting.settle}
        />
      </section>
      <p className="visually-hidden" role="status">
        {cutting.said}
      </p>
    </main>
  );
}
