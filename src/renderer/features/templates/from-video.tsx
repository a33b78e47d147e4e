import { useQuery } from '@tanstack/react-query';
import { WandSparkles } from 'lucide-react';
import type { Edit } from '../../../shared/contract/edits.ts';
import type { Rendition } from '../../../shared/model/rendition.ts';
import { orpc } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { clock } from '../../ui/format.ts';
import { FaultNotice } from '../../ui/notice.tsx';
import css from './templates.module.css';
import { useDraftLesson } from './use-begin.ts';

/** As many of the videos that were finished last. */
const most = 4;

type Finished = Edit & { rendition: Rendition };
const isFinished = (edit: Edit): edit is Finished => edit.rendition !== null;

/** Finished videos, each with the way to a lesson drafted from it. `only` is the one that a module is to be made around. */
export function FromVideo({ only }: { only: string | undefined }) {
  const edits = useQuery(orpc.edits.list.queryOptions());
  const draft = useDraftLesson();
  const finished = edits.data?.filter(isFinished) ?? [];
  const shown = only ? finished.filter(({ id }) => id === only) : finished.slice(0, most);
  const error = edits.error ?? draft.error;
  if (shown.length === 0) return <FaultNotice error={error} />;
  return (
    <section className={css.group} aria-labelledby="from-video">
      <h2 id="from-video">{only ? 'Around your video' : 'From a video of yours'}</h2>
      <p className={css.none}>
        Steps, checklist and questions are drafted from what you marked, named and said, with a picture of each step. What nobody said stays
        blank.
      </p>
      <FaultNotice error={error} />
      <ul className={css.videos}>
        {shown.map(({ id, title, rendition }) => (
          <li key={id} className={css.video}>
            <img src={`/media/${rendition.poster}`} alt="" width={rendition.width} height={rendition.height} />
            <p>
              <strong>{title}</strong>
              <span>{clock(rendition.duration)}</span>
            </p>
            <Button
              icon={WandSparkles}
              busy={draft.isPending && draft.variables === id}
              disabled={draft.isPending}
              onClick={() => draft.mutate(id)}
              aria-label={`Draft a lesson from ${title}`}
            >
              Draft a lesson
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
