import { Empty } from '../../ui/card.tsx';
import { FaultNotice } from '../../ui/notice.tsx';
import styles from './library.module.css';
import { LibraryCard } from './library-card.tsx';
import { useLibrary } from './use-library.ts';

/** All takes and what was cut from them; with words, those whose titles hold all of them. */
export function Takes({ words }: { words: string }) {
  const { cards, error } = useLibrary();
  const wanted = words.toLowerCase().split(/\s+/u);
  const shown = cards.filter(({ title }) => wanted.every((word) => title.toLowerCase().includes(word)));
  return (
    <section aria-label="Takes">
      <FaultNotice error={error} />
      {shown.length === 0 && <Empty title="No take has this in its title">Another word, or none, shows more of them.</Empty>}
      <ul className={styles.cards}>
        {shown.map((card) => (
          <LibraryCard key={card.edit?.id ?? card.take.id} card={card} />
        ))}
      </ul>
    </section>
  );
}
