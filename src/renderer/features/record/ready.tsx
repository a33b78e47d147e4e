import { useMutation } from '@tanstack/react-query';
import { ArrowRight, RotateCcw } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Edit } from '../../../shared/contract/edits.ts';
import { mended } from '../../../shared/model/health/mend.ts';
import type { Mend } from '../../../shared/model/health/report.ts';
import { client } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { FaultNotice, Notice } from '../../ui/notice.tsx';
import { HealthReport } from '../health/health-report.tsx';
import { useHealth } from '../health/use-health.ts';
import css from './record.module.css';
import { orphanedSentence, putInPlace, type RedoneStep, redoAddress } from './redo.ts';

interface ReadyProps {
  take: string;
  redone: RedoneStep | null;
  onAgain(): void;
}

/** The take can be cut: where it is well one goes straight on, where something spoils it one is told before leaving the desk. */
export function Ready({ take, redone, onAgain }: ReadyProps) {
  const navigate = useNavigate();
  const { report, error } = useHealth(take);
  const [edit, setEdit] = useState<Edit | null>(null);
  // The step was removed meanwhile, as in another window: this is a take like any other then.
  const [orphaned, setOrphaned] = useState(false);
  const step = orphaned ? null : redone;
  const spoilt = report?.findings.some(({ weight }) => weight === 'fault') ?? false;

  const go = useMutation({
    async mutationFn() {
      if (step && (await putInPlace(step, take))) return step.edit;
      const own = edit ?? (await client.edits.open({ take }));
      if (!step) return own.id;
      setEdit(own);
      setOrphaned(true);
      return null;
    },
    onSuccess: (id) => id && navigate(`/cut/${id}`),
  });
  const mend = useMutation({
    async mutationFn(chosen: Mend) {
      const now = edit ?? (await client.edits.open({ take }));
      if (chosen.do === 'redo') {
        onAgain();
        await navigate(redoAddress(now.id, { take, from: chosen.from, to: chosen.to }));
        return;
      }
      const list = mended(now.list, take, chosen, () => crypto.randomUUID());
      setEdit(await client.edits.save({ id: now.id, version: now.version, list }));
    },
  });

  const isWell = (report !== null && !spoilt) || (error !== null && error !== undefined);
  const { mutate } = go;
  useEffect(() => {
    // A report that cannot be made keeps nobody from the cut.
    if (isWell) mutate();
  }, [isWell, mutate]);

  const again = async () => {
    onAgain();
    if (orphaned) await navigate('/record');
  };

  const sentence = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    const { activeElement } = document;
    // Whoever waited for it reads it now; what can be done about it comes next.
    if (spoilt && (activeElement === document.body || activeElement?.contains(sentence.current))) sentence.current?.focus();
  }, [spoilt]);

  return (
    <div className={css.ready}>
      <HealthReport
        take={take}
        sentence={sentence}
        {...(edit && { edit: edit.list })}
        {...(step ? {} : { onMend: (chosen: Mend) => mend.mutate(chosen) })}
      />
      <FaultNotice error={go.error ?? mend.error} />
      {orphaned && <Notice tone="attention">{orphanedSentence}</Notice>}
      <div className={css.onward}>
        <Button variant="primary" icon={ArrowRight} busy={go.isPending} onClick={() => go.mutate()}>
          Go on to the cut
        </Button>
        {spoilt && (
          <Button icon={RotateCcw} onClick={() => void again()}>
            Record again
          </Button>
        )}
      </div>
    </div>
  );
}
