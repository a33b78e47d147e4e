import { FaultNotice } from '../../ui/notice.tsx';
import styles from './library.module.css';
import { LibraryCard } from './library-card.tsx';
import { UploadRow } from './upload-row.tsx';
import { useLibrary, useUploads } from './use-library.ts';

/** Takes and cuts the author is at, and files that are on their way in. Nothing where there is nothing. */
export function InProgress() {
  const uploads = useUploads();
  const { cards, error } = useLibrary();
  if (uploads.length === 0 && cards.length === 0) return <FaultNotice error={error} />;
  return (
    <section className={styles.library} aria-labelledby="in-progress">
      <h2 id="in-progress">In progress</h2>
      <FaultNotice error={error} />
      {uploads.length > 0 && (
        <ul className={styles.uploads}>
          {uploads.map((upload) => (
            <UploadRow key={upload.id} upload={upload} />
          ))}
        </ul>
      )}
      <ul className={styles.cards}>
        {cards.map((card) => (
          <LibraryCard key={card.edit?.id ?? card.take.id} card={card} />
        ))}
      </ul>
    </section>
  );
}
