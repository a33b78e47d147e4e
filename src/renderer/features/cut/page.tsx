import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { useParams } from 'react-router';
import type { Edit } from '../../../shared/contract/edits.ts';
import type { Take } from '../../../shared/model/take.ts';
import { orpc } from '../../api/client.ts';
import { isMissing } from '../../api/missing.ts';
import { useJob } from '../../api/use-job.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Empty } from '../../ui/card.tsx';
import { FaultNotice } from '../../ui/notice.tsx';
import { Progress } from '../../ui/progress.tsx';
import { waitingWords } from '../record/waiting-words.ts';
import { Room } from './room.tsx';
import styles from './waiting.module.css';

/** The cutting room gets the window for itself. */
export const handle = { bare: true };

const homeButton = <ButtonLink to="/">Go to the start</ButtonLink>;

/** What stands here while there is nothing to cut. */
function Waiting({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className={styles.waiting} id="content" tabIndex={-1}>
      <h1 className="visually-hidden">{title}</h1>
      {children}
    </main>
  );
}

function Fails({ error, retry }: { error: unknown; retry: () => void }) {
  if (isMissing(error)) {
    return (
      <Waiting title="No such cut">
        <Empty title="This cut is not here" action={homeButton}>
          The address may be old, or the take was discarded. What is in progress stands on the start page.
        </Empty>
      </Waiting>
    );
  }
  return (
    <Waiting title="Cutting room">
      <FaultNotice error={error} action={<Button onClick={retry}>Try again</Button>} />
    </Waiting>
  );
}

/** A take whose segments are still being made into files. */
function Preparing({ take }: { take: Take }) {
  const queries = useQueryClient();
  const jobs = useQuery(orpc.jobs.list.queryOptions({ input: { subject: take.id }, refetchInterval: 2000 }));
  const job = jobs.data?.find((each) => each.kind === 'prepare');
  const watched = useJob(job?.id ?? null, () => void queries.invalidateQueries({ queryKey: orpc.takes.key() }));
  const failed = watched.job?.state === 'failed' ? watched.job.fault : null;
  return (
    <Waiting title={`Cutting room: ${take.title}`}>
      {failed ? (
        <FaultNotice error={failed} action={homeButton} />
      ) : (
        <Progress label={`“${take.title}” is being prepared`} value={watched.job?.progress ?? null} />
      )}
    </Waiting>
  );
}

function Taken({ edit, take }: { edit: Edit; take: Take }) {
  switch (take.state) {
    case 'preparing':
      return <Preparing take={take} />;
    case 'broken':
      return (
        <Waiting title={`Cutting room: ${take.title}`}>
          <Empty title="This take cannot be read" action={homeButton}>
            No picture and no sound could be found in what was recorded or imported. Record it again, or import another file.
          </Empty>
        </Waiting>
      );
    case 'recording':
      return (
        <Waiting title={`Cutting room: ${take.title}`}>
          <Empty title="This take is still being recorded" action={homeButton}>
            Stop the recording first; then it can be cut.
          </Empty>
        </Waiting>
      );
    case 'interrupted': {
      const words = waitingWords[take.origin];
      return (
        <Waiting title={`Cutting room: ${take.title}`}>
          <Empty title={words.title} action={homeButton}>
            {words.safe} {words.fromStart}
          </Empty>
        </Waiting>
      );
    }
    case 'ready':
      return <Room key={edit.id} edit={edit} take={take} />;
  }
}

export function Component() {
  const { editId = '' } = useParams();
  const edit = useQuery(
    orpc.edits.get.queryOptions({ input: { id: editId }, refetchOnMount: 'always', refetchOnWindowFocus: false, gcTime: 0 }),
  );
  const source = edit.data?.take ?? '';
  const take = useQuery(orpc.takes.get.queryOptions({ input: { id: source }, enabled: source !== '', refetchOnWindowFocus: false }));
  const title = isMissing(edit.error ?? take.error) ? 'No such cut' : edit.data?.title;
  useEffect(() => {
    document.title = `${title ?? 'Cutting room'} · Showhow`;
  }, [title]);

  const error = edit.error ?? take.error;
  if (error) return <Fails error={error} retry={() => void (edit.error ? edit.refetch() : take.refetch())} />;
  if (!edit.data || !take.data) return <Waiting title="Cutting room">{null}</Waiting>;
  return <Taken edit={edit.data} take={take.data} />;
}
