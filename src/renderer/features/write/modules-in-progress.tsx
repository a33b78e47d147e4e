import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Ellipsis, Trash2 } from 'lucide-react';
import { Link } from 'react-router';
import { learnerMinutes } from '../../../shared/model/minutes.ts';
import type { ModuleDraft } from '../../../shared/model/module.ts';
import { client, orpc } from '../../api/client.ts';
import { Ago } from '../../ui/ago.tsx';
import { IconButton } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { FaultNotice } from '../../ui/notice.tsx';
import { useToast } from '../../ui/toast.tsx';
import { ReviewStateOf } from '../publish/review-states.tsx';
import css from './modules-in-progress.module.css';

const posterOf = ({ content }: ModuleDraft): string | null => {
  for (const block of content.body.content) {
    if (block.type === 'video' && block.attrs.poster) return block.attrs.poster;
    if (block.type === 'image') return block.attrs.media;
  }
  return null;
};

function ModuleRow({ draft, onRemove }: { draft: ModuleDraft; onRemove(draft: ModuleDraft): void }) {
  const poster = posterOf(draft);
  const minutes = learnerMinutes(draft.content.body);
  const title = draft.content.title || 'Without a title';
  return (
    <li className={css.module}>
      {poster ? <img className={css.poster} src={`/media/${poster}`} alt="" /> : <span className={css.poster} />}
      <div className={css.words}>
        <Link to={`/write/${draft.id}`} className={css.title}>
          {title}
        </Link>
        <p className={css.facts}>
          <span>
            {minutes === 1 ? '1 minute' : `${minutes} minutes`} · changed <Ago at={draft.updatedAt} />
          </span>
          <ReviewStateOf moduleId={draft.id} />
        </p>
      </div>
      <Menu
        trigger={<IconButton label={`More about ${title}`} icon={Ellipsis} />}
        items={[{ label: 'Remove', icon: Trash2, danger: true, onSelect: () => onRemove(draft) }]}
      />
    </li>
  );
}

/** The modules one is at, for the start page. Nothing where there are none. */
export function ModulesInProgress() {
  const queries = useQueryClient();
  const toast = useToast();
  const { data, error } = useQuery(orpc.modules.list.queryOptions());
  const again = () => queries.invalidateQueries({ queryKey: orpc.modules.key() });
  const restore = useMutation({ mutationFn: (id: string) => client.modules.restore({ id }), onSettled: again });
  const remove = useMutation({
    mutationFn: ({ id }: ModuleDraft) => client.modules.remove({ id }),
    onSuccess: ({ id, content }) => toast(`“${content.title || 'Without a title'}” is removed`, () => restore.mutate(id)),
    onSettled: again,
  });
  if (!error && !data?.length) return null;
  return (
    <section className={css.modules} aria-labelledby="modules-in-progress">
      <h2 id="modules-in-progress">Modules</h2>
      <FaultNotice error={error ?? remove.error ?? restore.error} />
      <ul>
        {data?.map((draft) => (
          <ModuleRow key={draft.id} draft={draft} onRemove={remove.mutate} />
        ))}
      </ul>
    </section>
  );
}
