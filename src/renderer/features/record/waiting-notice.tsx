import { useEffect, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { type SourceName, waitingSentence } from './words.ts';

/** Devices mostly answer sooner than this, in milliseconds, and then nothing needs to be said. */
const soon = 1000;

/** Record was pressed, and devices that belong to the take have not answered: what it waits for, and the way without them. */
export function WaitingNotice({ waiting, onWithout }: { waiting: SourceName[]; onWithout(): void }) {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(setLate, soon, true);
    return () => clearTimeout(timer);
  }, []);
  if (!isLate) return null;
  return <Notice action={<Button onClick={onWithout}>Do not wait</Button>}>{waitingSentence(waiting)}</Notice>;
}
