import { useQuery } from '@tanstack/react-query';
import { Film } from 'lucide-react';
import { orpc } from '../../api/client.ts';
import type { LibraryCard } from './cards.ts';
import styles from './library.module.css';

/** The poster of what was finished, else a moment of the take, else a sign that there is no picture yet. */
export function Thumbnail({ card }: { card: LibraryCard }) {
  const { take, poster } = card;
  const pictures = useQuery(
    orpc.takes.pictures.queryOptions({
      input: { id: take.id },
      enabled: poster === null && take.state === 'ready',
      staleTime: Number.POSITIVE_INFINITY,
    }),
  );
  const shown = poster ? `/media/${poster}` : pictures.data?.poster;
  if (shown) return <img className={styles.picture} src={shown} alt="" loading="lazy" />;
  return (
    <span className={`${styles.picture} ${styles.noPicture}`}>
      <Film size={28} aria-hidden="true" />
    </span>
  );
}
