import { Captions as CaptionsIcon, Download, Ellipsis, FileUp, Redo2, Undo2, WandSparkles } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { cueAt, insert, mended } from '../../../shared/model/captions/change.ts';
import { findings } from '../../../shared/model/captions/checks.ts';
import type { Take } from '../../../shared/model/take.ts';
import { SaveNotice } from '../../saving/save-notice.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { FaultNotice } from '../../ui/notice.tsx';
import { Progress } from '../../ui/progress.tsx';
import type { Bench } from '../cut/bench.ts';
import { redoLabel, undoLabel } from '../cut/history.ts';
import styles from './captions.module.css';
import { CueList } from './cue-list.tsx';
import { readFile } from './files.ts';
import { MakeDialog } from './make-dialog.tsx';
import { OriginReport } from './origin-report.tsx';
import { useShown } from './shown.ts';
import { takeClock } from './take-clock.ts';
import { Transcript } from './transcript.tsx';
import { useMaking } from './use-making.ts';
import { useCaptions, useLeavingCaptions } from './use-session.ts';
import { useUndoKeys } from './use-undo-keys.ts';

type Mode = 'captions' | 'transcript';
const modes: [Mode, string][] = [
  ['captions', 'Captions'],
  ['transcript', 'Transcript'],
];

/** Lets the browser save a file that the core makes. */
function download(address: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = '';
  link.click();
}

/** Captions of a take of the edit: made, written, looked over; and what is said as text to cut by. */
export function PanelCaptions({ bench }: { bench: Bench }) {
  const { list, takes, player } = bench;
  const [chosen, setChosen] = useState(() => player.place()?.source ?? bench.take.id);
  const sources = [...new Set(list.clips.map(({ source }) => source))].flatMap((name) => takes.get(name) ?? []);
  const take = takes.get(chosen) ?? bench.take;
  return (
    <>
      {sources.length > 1 && (
        <label className={styles.takes}>
          Take
          <select value={take.id} onChange={(event) => setChosen(event.target.value)}>
            {sources.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
      )}
      <TakeCaptions key={take.id} bench={bench} take={take} />
    </>
  );
}

function TakeCaptions({ bench, take }: { bench: Bench; take: Take }) {
  const { player, edit, list } = bench;
  const clock = useMemo(() => takeClock(player, list, take.id), [player, list, take.id]);
  const captioning = useCaptions(take.id);
  useLeavingCaptions(captioning);
  const { session, draft, history, saving, change } = captioning;
  const { cues } = draft;
  const making = useMaking(session);
  const [mode, setMode] = useState<Mode>('captions');
  const [asking, setAsking] = useState(false);
  const [shown, setShown] = useShown();
  const [refused, setRefused] = useState<unknown>(null);
  const [said, setSaid] = useState('');
  const chooser = useRef<HTMLInputElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const hard = findings(cues);

  const importFile = async (file: File) => {
    setRefused(null);
    setSaid('');
    try {
      const { draft: read, left } = await readFile(file);
      change(read, 'import captions');
      setSaid(`${read.cues.length} captions came in${left > 0 ? `, ${left} could not be read` : ''}.`);
    } catch (error) {
      setRefused(error);
    }
  };
  const writeHere = () => {
    const cue = cueAt(cues, clock.now() ?? 0, take.duration, crypto.randomUUID());
    if (cue) change({ cues: insert(cues, cue) }, 'write a caption');
    else setSaid('A caption stands here already. Move the playhead to where there is none.');
  };
  const files = async (path: string) => {
    if (await session.flush()) download(path);
  };
  useUndoKeys(panel, mode === 'captions' ? (what) => session.act({ type: what }) : null);

  if (captioning.is === 'failed')
    return <FaultNotice error={captioning.error} action={<Button onClick={() => void session.load()}>Try again</Button>} />;
  if (captioning.is === 'loading') return null;
  const undo = undoLabel(history);
  const redo = redoLabel(history);

  return (
    <div ref={panel} className={styles.panel}>
      <div className={styles.head}>
        <div className={styles.modes} role="radiogroup" aria-label="Show as">
          {modes.map(([value, word]) => (
            <label key={value}>
              <input type="radio" name="caption-mode" checked={mode === value} onChange={() => setMode(value)} />
              {word}
            </label>
          ))}
        </div>
        {mode === 'captions' && cues.length + history.past.length + history.future.length > 0 && (
          <>
            <IconButton
              label={undo ? `Undo: ${undo}` : 'Nothing to undo'}
              icon={Undo2}
              disabled={!undo}
              onClick={() => session.act({ type: 'undo' })}
            />
            <IconButton
              label={redo ? `Do again: ${redo}` : 'Nothing to do again'}
              icon={Redo2}
              disabled={!redo}
              onClick={() => session.act({ type: 'redo' })}
            />
          </>
        )}
        <IconButton
          label={shown ? 'Hide captions over the preview' : 'Show captions over the preview'}
          icon={CaptionsIcon}
          aria-pressed={shown}
          onClick={() => setShown(!shown)}
        />
        <Menu
          trigger={<IconButton label="More" icon={Ellipsis} />}
          items={[
            { label: 'Make captions', icon: WandSparkles, onSelect: () => setAsking(true) },
            { label: 'New caption at the playhead', onSelect: writeHere },
            { label: 'Import .vtt or .srt', icon: FileUp, onSelect: () => chooser.current?.click() },
            { label: 'Save as .vtt, as cut', icon: Download, onSelect: () => void files(`/captions/edits/${edit.id}.vtt`) },
            { label: 'Save as .srt, as cut', icon: Download, onSelect: () => void files(`/captions/edits/${edit.id}.srt`) },
            { label: 'Save as .vtt, whole take', icon: Download, onSelect: () => void files(`/captions/takes/${take.id}.vtt`) },
          ]}
        />
        <input
          ref={chooser}
          type="file"
          className="visually-hidden"
          tabIndex={-1}
          aria-label="Caption file to import"
          accept=".vtt,.srt,text/vtt"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            event.target.value = '';
            if (file) void importFile(file);
          }}
        />
      </div>
      <div className={styles.notes}>
        <SaveNotice state={saving} thing="captions" flush={session.flush} takeTheirs={session.takeTheirs} keepMine={session.keepMine} />
        <FaultNotice error={refused ?? making.error} />
        {said && (
          <p className={styles.sum} role="status">
            {said}
          </p>
        )}
        {making.progress !== null && (
          <Progress label="Captions are being made" value={making.progress} onCancel={() => void making.cancel()} />
        )}
        {cues.length > 0 && <OriginReport origin={draft.origin} onSeek={clock.seek} />}
        {mode === 'captions' && hard.length > 0 && (
          <p className={styles.sum}>
            {new Set(hard.map(({ cue }) => cue)).size} hard to read
            <Button variant="plain" onClick={() => change({ cues: mended(cues) }, 'mend captions')}>
              Mend what can be
            </Button>
          </p>
        )}
      </div>
      {cues.length === 0 ? (
        <div className={styles.teach}>
          <h2>No captions yet</h2>
          <p>Many watch without sound, and some cannot hear it. With captions you can also cut by taking words out of the text.</p>
          <div className={styles.ways}>
            <Button icon={WandSparkles} disabled={making.progress !== null} onClick={() => setAsking(true)}>
              Make captions
            </Button>
            <Button icon={FileUp} onClick={() => chooser.current?.click()}>
              Import .vtt or .srt
            </Button>
            <Button variant="plain" onClick={writeHere}>
              Write them by hand
            </Button>
          </div>
        </div>
      ) : mode === 'captions' ? (
        <CueList {...{ captioning, player, clock }} duration={take.duration} />
      ) : (
        <Transcript {...{ captioning, bench, take, clock }} />
      )}
      {asking && (
        <MakeDialog
          open
          take={take.id}
          onOpenChange={setAsking}
          language={draft.language}
          replaces={cues.length > 0}
          onMake={(work) => void making.start(work)}
        />
      )}
    </div>
  );
}
