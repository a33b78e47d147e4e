import { useEffect, useState } from 'react';
import styles from './room.module.css';
import type { Said } from './use-cutting.ts';

/** How long a sentence can be read, in milliseconds. */
const shownFor = 8000;

/** What was done last, or why nothing was, for a while. A screen reader hears it from elsewhere. */
export function LastSaid({ said }: { said: Said }) {
  const [gone, setGone] = useState(0);
  const { sentence, number } = said;
  useEffect(() => {
    const timer = setTimeout(() => setGone(number), shownFor);
    return () => clearTimeout(timer);
  }, [number]);
  return (
    <p className={styles.said} aria-hidden="true">
      {gone < number ? sentence : ''}
    </p>
  );
}
