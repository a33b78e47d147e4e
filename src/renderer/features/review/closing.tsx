import { useMutation } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import type { FileReview } from '../../../shared/contract/reviewing.ts';
import { useBegunWords } from '../../saving/use-begun.ts';
import { Ago } from '../../ui/ago.tsx';
import { Button, DownloadLink } from '../../ui/button.tsx';
import { TextArea } from '../../ui/field.tsx';
import { FaultNotice } from '../../ui/notice.tsx';
import { useToast } from '../../ui/toast.tsx';
import css from './review.module.css';
import type { ReviewAtHand } from './use-file-review.ts';

/** A word at the end, and the file that goes back. */
export function Closing({ review, at }: { review: FileReview; at: ReviewAtHand }) {
  const toast = useToast();
  const { words, write, done } = useBegunWords(`advice ${review.moduleId}`);
  const advise = useMutation({
    mutationFn: (verdict: 'approve' | 'return') => at.advise(verdict, words.trim()),
    onSuccess: () => {
      done();
      toast('Noted. It goes back with the file.');
    },
  });
  const { author, moduleId, saidAt, handedBackAt } = review;
  const name = author.name || 'the author';
  const unsent = saidAt !== null && (handedBackAt === null || handedBackAt < saidAt);
  return (
    <section className={css.closing} aria-labelledby="closing">
      <h2 id="closing">Your advice</h2>
      <p className={css.faint}>
        This decides nothing: approving is bound to a person whom the hub knows, and is done there. {name} reads what you advise.
      </p>
      <TextArea
        label={`A word for ${name}, if you like`}
        rows={2}
        maxLength={2000}
        value={words}
        onChange={({ target }) => write(target.value)}
      />
      <FaultNotice error={advise.error} />
      <div className={css.tools}>
        <Button busy={advise.isPending} onClick={() => advise.mutate('return')}>
          I would return it
        </Button>
        <Button busy={advise.isPending} onClick={() => advise.mutate('approve')}>
          I would approve it
        </Button>
      </div>
      <div className={css.back}>
        <div>
          <h2>Hand it back</h2>
          <p className={css.faint}>
            {saidAt === null
              ? 'You have said nothing yet. What you say is saved here and goes back in a small file.'
              : unsent
                ? 'What you said is saved here. Save it to a file and send that to the author, by e-mail or on a stick.'
                : 'All that you said is in the file. Saying more makes a new one; the author may take both.'}
            {handedBackAt && (
              <>
                {' '}
                Last saved to a file <Ago at={handedBackAt} />.
              </>
            )}
          </p>
        </div>
        <DownloadLink
          variant={unsent ? 'primary' : 'quiet'}
          icon={Download}
          href={`/reviews/${moduleId}/file`}
          onClick={() => setTimeout(() => void at.refresh(), 1000)}
        >
          Save the file to hand back
        </DownloadLink>
      </div>
    </section>
  );
}
