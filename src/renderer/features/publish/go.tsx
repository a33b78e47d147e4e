import { useMutation } from '@tanstack/react-query';
import { Share2 } from 'lucide-react';
import type { Review } from '../../../shared/model/review/review.ts';
import { orpc } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { FaultNotice } from '../../ui/notice.tsx';
import { useToast } from '../../ui/toast.tsx';
import { HandIn } from './hand-in.tsx';
import css from './publish.module.css';
import { Seen } from './seen.tsx';
import { isSeen, nextStep } from './words.ts';

interface GoProps {
  moduleId: string;
  version: number;
  review: Review;
  /** The revision on the desk. */
  draft: string;
  onChange(): Promise<void>;
}

/** The one next step: hand in, wait, publish, or look at it. */
export function Go({ moduleId, version, review, draft, onChange }: GoProps) {
  const toast = useToast();
  const publish = useMutation(
    orpc.publishing.publish.mutationOptions({
      onSuccess: () => toast('Published. Your colleagues can see it now.'),
      onSettled: onChange,
    }),
  );
  const step = nextStep(review, draft);
  return (
    <div className={css.handIn}>
      <FaultNotice error={publish.error} />
      {step === 'wait' && <p className={css.faint}>A reviewer looks at it now. What she says appears here.</p>}
      {(step === 'hand-in' || step === 'wait') && <HandIn moduleId={moduleId} version={version} showState={false} />}
      {step === 'publish' && (
        <Button variant="primary" icon={Share2} busy={publish.isPending} onClick={() => publish.mutate({ moduleId })}>
          {review.state === 'retired' ? 'Publish again' : 'Publish'}
        </Button>
      )}
      {isSeen(review) && <Seen moduleId={moduleId} review={review} onChange={onChange} publish={() => publish.mutate({ moduleId })} />}
    </div>
  );
}
