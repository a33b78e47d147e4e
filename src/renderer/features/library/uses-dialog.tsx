import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { orpc } from '../../api/client.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FaultNotice } from '../../ui/notice.tsx';
import css from './uses-dialog.module.css';

/** Which modules show a finished video: what would be seen again if it were finished anew. */
export function UsesDialog({ title, video, onClose }: { title: string; video: string; onClose(): void }) {
  const { data, error } = useQuery(orpc.library.uses.queryOptions({ input: { media: video } }));
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title="What uses it" description={title}>
      <FaultNotice error={error} />
      {data?.length === 0 && <p>No module shows this video yet.</p>}
      <ul className={css.uses} aria-label="Modules that show it">
        {data?.map((module) => (
          <li key={module.id}>
            <Link to={`/write/${module.id}`}>{module.title || 'Without a title'}</Link>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
