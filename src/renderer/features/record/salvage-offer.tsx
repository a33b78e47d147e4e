import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { LifeBuoy, RotateCcw, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Take } from '../../../shared/model/take.ts';
import { client, orpc } from '../../api/client.ts';
import { useJob } from '../../api/use-job.ts';
import { Button } from '../../ui/button.tsx';
import { ago, exactly } from '../../ui/format.ts';
import { FaultNotice, Notice } from '../../ui/notice.tsx';
import { Progress } from '../../ui/progress.tsx';
import { useToast } from '../../ui/toast.tsx';
import { waitingWords } from './waiting-words.ts';

function Offer({ take }: { take: Take }) {
  const words = waitingWords[take.origin];
  const navigate = useNavigate();
  const toast = useToast();
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: orpc.takes.list.key() });
  const [jobId, setJobId] = useState<string | null>(null);
  const { job, error: watching } = useJob(jobId, async ({ state }) => {
    if (state !== 'done') return refresh();
    const edit = await client.edits.open({ take: take.id });
    await navigate(`/cut/${edit.id}`);
  });
  const salvage = useMutation(orpc.takes.salvage.mutationOptions({ onSuccess: (begun) => setJobId(begun.job.id) }));
  const discard = useMutation(
    orpc.takes.discard.mutationOptions({
      onSuccess: async () => {
        await refresh();
        toast(`“${take.title}” lies in the bin.`, () => {
          client.takes.restore({ id: take.id }).then(refresh, refresh);
        });
      },
    }),
  );

  if (jobId !== null && job?.state !== 'failed' && !watching)
    return <Progress label={words.trying(take.title)} value={job?.progress ?? null} />;
  const error = salvage.error ?? discard.error ?? watching ?? job?.fault;
  return (
    <>
      <Notice
        tone="attention"
        action={
          <>
            <Button
              variant="primary"
              icon={take.origin === 'recorded' ? LifeBuoy : RotateCcw}
              busy={salvage.isPending}
              onClick={() => salvage.mutate({ id: take.id })}
            >
              {words.again}
            </Button>
            <Button icon={Trash2} busy={discard.isPending} onClick={() => discard.mutate({ id: take.id })}>
              Discard
            </Button>
          </>
        }
      >
        <span title={exactly(take.createdAt)}>{words.what(take.title, ago(take.createdAt))}</span> {words.safe}
      </Notice>
      {error && <FaultNotice error={error} />}
    </>
  );
}

/** Offers what an interrupted recording left on disk, and files that could not be made ready; nothing where nothing waits. Shown on the first page. */
export function SalvageOffer() {
  const { data } = useQuery(orpc.takes.list.queryOptions());
  const interrupted = (data ?? []).filter(({ state }) => state === 'interrupted');
  return interrupted.map((take) => <Offer key={take.id} take={take} />);
}
