import { NotebookText } from 'lucide-react';
import { shell } from '../../api/shell.ts';
import { Button } from '../../ui/button.tsx';
import { Notes } from './notes.tsx';
import { isOver, type Recording } from './state.ts';
import { useNotes } from './use-notes.ts';

/** The notes beside the picture, or the button that brings them. They go on and pause with the take, and leave with it. */
export function NotesBeside({ state, screen }: { state: Recording; screen: MediaStreamTrack | undefined }) {
  const { notes, change } = useNotes();
  if (isOver(state)) return null;
  if (!notes.shown)
    return (
      <Button variant="plain" icon={NotebookText} onClick={() => change({ shown: true })}>
        Notes
      </Button>
    );
  return (
    <Notes
      notes={notes}
      onChange={change}
      mode={state.name === 'recording' ? 'running' : state.name === 'choosing' ? 'writing' : 'still'}
      inPicture={shell === null && screen?.getSettings().displaySurface === 'monitor'}
    />
  );
}
