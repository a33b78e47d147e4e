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
  if (poster) return <img className={styles.picture} src={`/media/${poster}`} alt="" loading="lazy" />;
  const sprite = pictures.data?.sprite;
  if (!sprite) {
    return (
      <span className={`${styles.picture} ${styles.noPicture}`}>
        <Film size={28} aria-hidden="true" />
      </span>
    );
  }
  // A sheet as a background: its first third is rarely the desktop before the start.
  const index = Math.floor(take.duration / sprite.interval / 3) % (sprite.columns * sprite.rows);
  const part = (at: number, of: number) => (of > 1 ? (at / (of - 1)) * 100 : 0);
  return (
    <span
      className={styles.picture}
      style={{
        backgroundImage: `url("${sprite.url}")`,
        backgroundSize: `${sprite.columns * 100}% ${sprite.rows * 100}%`,
        backgroundPosition: `${part(index % sprite.columns, sprite.columns)}% ${part(Math.floor(index / sprite.columns), sprite.rows)}%`,
        aspectRatio: `${sprite.width} / ${sprite.height}`,
      }}
    />
  );
}
