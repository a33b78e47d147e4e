import { isOver, type Job } from '../../../shared/contract/jobs.ts';
import { useJob } from '../../api/use-job.ts';
import { megabytes } from '../../ui/format.ts';
import { FaultNotice } from '../../ui/notice.tsx';
import { Progress } from '../../ui/progress.tsx';

/** How much of a module is at the hub. What has arrived stays there, so going on later costs nothing twice. */
export function Uploading({ id, bytes, onOver }: { id: string; bytes: number; onOver(job: Job): void }) {
  const { job, error, cancel } = useJob(id, onOver);
  if (error) return <FaultNotice error={error} />;
  if (!job || isOver(job.state)) return null;
  const label = bytes > 0 ? `Handing in: ${megabytes(job.progress * bytes)} of ${megabytes(bytes)}` : 'Handing in';
  return <Progress label={label} value={job.progress} onCancel={cancel} />;
}
