import { useQuery } from '@tanstack/react-query';
import { Ellipsis, PencilLine, RotateCcw, Search, Trash2, WandSparkles } from 'lucide-react';
import { useState } from 'react';
import { orpc } from '../../api/client.ts';
import { useJob } from '../../api/use-job.ts';
import { Ago } from '../../ui/ago.tsx';
import { IconButton } from '../../ui/button.tsx';
import { clock } from '../../ui/format.ts';
import { Menu } from '../../ui/menu.tsx';
import { FaultNotice } from '../../ui/notice.tsx';
import { Progress } from '../../ui/progress.tsx';
import { useDraftLesson } from '../templates/use-begin.ts';
import { type LibraryCard as CardOf, lostWords, stateWords } from './cards.ts';
import styles from './library.module.css';
import { RenameDialog } from './rename-dialog.tsx';
import { Thumbnail } from './thumbnail.tsx';
import { useCardActions, useRenew } from './use-library.ts';
import { UsesDialog } from './uses-dialog.tsx';

/** A take that is being made ready, with how far it is. */
function Preparing({ card }: { card: CardOf }) {
  const renew = useRenew();
  const jobs = useQuery(orpc.jobs.list.queryOptions({ input: { subject: card.take.id } }));
  const job = jobs.data?.find(({ kind }) => kind === 'prepare');
  const watched = useJob(job?.id ?? null, () => void renew());
  return <Progress label="Being prepared" value={watched.job?.progress ?? null} />;
}

export function LibraryCard({ card }: { card: CardOf }) {
  const { take, edit, title } = card;
  const [renaming, setRenaming] = useState(false);
  const [asking, setAsking] = useState(false);
  const video = edit?.rendition?.video;
  const { open, rename, again, discard, error } = useCardActions(card);
  const draft = useDraftLesson();
  const lost = lostWords(take);
  const isReady = take.state === 'ready';

  return (
    <li className={styles.card}>
      <div className={styles.poster}>
        <Thumbnail card={card} />
        {card.seconds > 0 && <span className={styles.length}>{clock(card.seconds)}</span>}
      </div>
      <div className={styles.words}>
        <h3>
          {isReady ? (
            <button type="button" className={styles.open} onClick={() => open.mutate()} aria-busy={open.isPending}>
              {title}
            </button>
          ) : (
            title
          )}
        </h3>
        {take.state === 'preparing' ? (
          <Preparing card={card} />
        ) : (
          <p className={styles.state}>
            {stateWords(card)} · <Ago at={card.changedAt} />
          </p>
        )}
        {isReady && lost && <p className={styles.state}>{lost}</p>}
        {draft.isPending && <p role="status">The lesson is being drafted.</p>}
        <FaultNotice error={error ?? draft.error} />
      </div>
      <div className={styles.menu}>
        <Menu
          trigger={<IconButton label={`More about ${title}`} icon={Ellipsis} />}
          items={[
            { label: 'Rename', icon: PencilLine, onSelect: () => setRenaming(true) },
            ...(edit?.rendition
              ? [
                  { label: 'Draft a lesson', icon: WandSparkles, onSelect: () => draft.mutate(edit.id) },
                  { label: 'What uses it', icon: Search, onSelect: () => setAsking(true) },
                ]
              : []),
            ...(isReady && lost ? [{ label: 'Try what was lost again', icon: RotateCcw, onSelect: () => again.mutate() }] : []),
            { label: 'Discard', icon: Trash2, danger: true, onSelect: () => discard.mutate() },
          ]}
        />
      </div>
      {asking && video && <UsesDialog title={title} video={video} onClose={() => setAsking(false)} />}
      {renaming && <RenameDialog title={title} open onOpenChange={setRenaming} onRename={(next) => rename.mutate(next)} />}
    </li>
  );
}
