import { useMemo, useState } from 'react';
import type { Edit } from '../../../shared/contract/edits.ts';
import { editDuration } from '../../../shared/model/edit/time.ts';
import type { Take } from '../../../shared/model/take.ts';
import { SaveNotice } from '../../saving/save-notice.tsx';
import { UnsavedStay } from '../../saving/unsaved-stay.tsx';
import { useLetterKeys } from '../../ui/letter-keys.ts';
import { useArrival } from '../../ui/use-arrival.ts';
import { useStoredSwitch } from '../../ui/use-stored-switch.ts';
import { CaptionOverlay } from '../captions/overlay.tsx';
import type { Bench } from './bench.ts';
import { chapterMarkers, stepMarkers } from './chapters.ts';
import { perform, type Room as RoomOf } from './commands.ts';
import { Header } from './header.tsx';
import { InsertDialog } from './insert-dialog.tsx';
import { KeyHelp } from './key-help.tsx';
import { PanelTabs } from './panel-tabs.tsx';
import { askedPanel, firstPanel, lastPanel } from './panels.tsx';
import { Preview } from './preview.tsx';
import styles from './room.module.css';
import { useScrubCopies } from './scrub/use-scrub-copies.ts';
import { Timeline } from './timeline.tsx';
import { Toolbar } from './toolbar.tsx';
import { playing } from './tracks.ts';
import { useCutting } from './use-cutting.ts';
import { useEdit } from './use-edit.ts';
import { useFinish } from './use-finish.ts';
import { useKeys } from './use-keys.ts';
import { useMaterial } from './use-material.ts';
import { usePlayer } from './use-player.ts';
import { useProposals } from './use-proposals.ts';
import { useQuiet } from './use-quiet.ts';
import { useScale } from './use-scale.ts';
import { useTakes } from './use-takes.ts';

/** The cutting room of an edit whose first take is ready. */
export function Room({ edit, take }: { edit: Edit; take: Take }) {
  useArrival();
  const editing = useEdit(edit);
  const { title, list } = editing.cut;
  const { takes, preparing } = useTakes(take);
  const player = usePlayer(takes, list);
  const cutting = useCutting(editing, takes, player);
  const zooming = useScale(editDuration(list));
  const { material, pictures } = useMaterial(list, takes);
  const quiet = useQuiet(list);
  const copies = useScrubCopies(list);
  const proposing = useProposals(edit.id, list, takes, pictures, cutting);
  const [panel, setPanel] = useState(() => askedPanel(location.search) ?? firstPanel);
  const [mark, chooseMark] = useState<string | null>(null);
  const [dialog, setDialog] = useState<RoomOf['dialog']>(null);
  const [letters] = useLetterKeys();
  const [snapping, setSnapping] = useStoredSwitch('showhow.cut.snapping');
  const finish = useFinish(editing, panel === lastPanel);
  const frame = useMemo(() => 1 / (playing(take).picture?.frameRate ?? 30), [take]);
  const chapters = useMemo(() => chapterMarkers(list), [list]);
  const steps = useMemo(() => stepMarkers(list, takes), [list, takes]);

  const bench: Bench = { edit, list, take, takes, pictures, player, cutting, editing, finish, proposing, quiet, mark, chooseMark };
  const room: RoomOf = { player, cutting, zooming, list, frame, snapping, setSnapping, dialog, setDialog };
  useKeys(letters, (command) => perform(command, room));

  return (
    <main className={styles.room} id="content" tabIndex={-1}>
      <Header title={title} saving={editing.saving} said={cutting.said} onRename={cutting.rename} onSettle={cutting.settle} />
      <UnsavedStay state={editing.saving} />
      <div className={styles.notice}>
        <SaveNotice state={editing.saving} thing="cut" flush={editing.flush} takeTheirs={editing.takeTheirs} keepMine={editing.keepMine} />
      </div>
      <section className={styles.preview} aria-label="Preview">
        <Preview {...{ player, takes, list, copies, cutting }} quiet={quiet.urls} mark={panel === 'picture' ? mark : null} />
        <CaptionOverlay player={player} list={list} />
      </section>
      <PanelTabs className={styles.panel} panel={panel} onPanel={setPanel} bench={bench} />
      <section className={styles.timeline} aria-label="Timeline">
        <Toolbar room={room} editing={editing} />
        <Timeline
          {...{ player, list, takes, cutting, zooming, material, frame, snapping, chapters, steps }}
          moments={proposing.moments}
          proposed={panel === firstPanel ? proposing.stretches : none}
        />
      </section>
      <KeyHelp open={dialog === 'help'} onOpen={(open) => setDialog(open ? 'help' : null)} />
      <InsertDialog open={dialog === 'insert'} onOpen={(open) => setDialog(open ? 'insert' : null)} {...{ takes, preparing, cutting }} />
      <p className="visually-hidden" role="status">
        {cutting.said.sentence}
      </p>
    </main>
  );
}

const none: readonly never[] = [];
