import { NotebookText } from 'lucide-react';
import { shell } from '../../api/shell.ts';
import { Button } from '../../ui/button.tsx';
import { Notes } from './notes.tsx';
import { isOver, type Recording } from './state.ts';
import type { NotesOfWorkspace } from './use-notes.ts';

interface NotesProps {
  state: Recording;
  written: NotesOfWorkspace;
}

/** Brings the notes, where they are not there. */
export function NotesButton({ state, written: { notes, change } }: NotesProps) {
  if (isOver(state) || !notes || notes.shown) return null;
  return (
    <Button variant="plain" icon={NotebookText} onClick={() => change({ shown: true })}>
      Notes
    </Button>
  );
}

/** The notes beside the picture. They go on and pause with the take, and leave with it. */
export function NotesBeside({ state, written: { notes, change }, screen }: NotesProps & { screen: MediaStreamTrack | undefined }) {
  if (isOver(state) || !notes?.shown) return null;
  return (
    <Notes
      notes={notes}
      onChange={change}
      mode={state.name === 'recording' ? 'running' : state.name === 'choosing' ? 'writing' : 'still'}
      inPicture={shell === null && screen?.getSettings().displaySurface === 'monitor'}
    />
  );
}
