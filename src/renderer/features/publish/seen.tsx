import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Review } from '../../../shared/model/review/review.ts';
import { orpc } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FaultNotice } from '../../ui/notice.tsx';
import { useToast } from '../../ui/toast.tsx';
import css from './publish.module.css';
import { backAtOnce } from './words.ts';

interface SeenProps {
  moduleId: string;
  review: Review;
  onChange(): Promise<void>;
  /** Publishes the approved version. */
  publish(): void;
}

/** What colleagues see at the hub, whatever round of review is running: the way there, and the way to hide it. */
export function Seen({ moduleId, review, onChange, publish }: SeenProps) {
  const toast = useToast();
  const [asking, setAsking] = useState(false);
  const undoable = backAtOnce(review);
  const retire = useMutation(
    orpc.publishing.retire.mutationOptions({
      onSuccess: () => toast('Taken back. Colleagues do not see it any more.', undoable ? publish : undefined),
      onSettled: async () => {
        setAsking(false);
        await onChange();
      },
    }),
  );
  const take = () => retire.mutate({ moduleId });
  return (
    <>
      <FaultNotice error={retire.error} />
      <div className={css.row}>
        {review.page && (
          <a href={review.page} target="_blank" rel="noopener noreferrer">
            See it at the hub
          </a>
        )}
        <Button variant="danger" busy={retire.isPending} onClick={undoable ? take : () => setAsking(true)}>
          Take it back
        </Button>
      </div>
      <Dialog open={asking} onOpenChange={setAsking} title="Take it back?">
        <p>
          Colleagues see the version that was published before. It cannot be shown again once it is taken back: they see nothing until the
          new version is published.
        </p>
        <div className={css.row}>
          <Button onClick={() => setAsking(false)}>Leave it there</Button>
          <Button variant="danger" busy={retire.isPending} onClick={take}>
            Take it back
          </Button>
        </div>
      </Dialog>
    </>
  );
}
