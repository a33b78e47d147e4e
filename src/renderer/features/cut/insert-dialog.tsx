import { useQueryClient } from '@tanstack/react-query';
import { FileUp } from 'lucide-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Take } from '../../../shared/model/take.ts';
import { orpc } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { clock } from '../../ui/format.ts';
import { FaultNotice } from '../../ui/notice.tsx';
import { PickButton } from '../../ui/pick-button.tsx';
import { Progress } from '../../ui/progress.tsx';
import { onArrived, takeFiles, uploads } from '../library/uploads.ts';
import styles from './insert-dialog.module.css';
import type { Cutting } from './use-cutting.ts';

interface Props {
  open: boolean;
  onOpen: (open: boolean) => void;
  takes: ReadonlyMap<string, Take>;
  /** How many takes are still being prepared. */
  preparing: number;
  cutting: Cutting;
}

function Arriving() {
  const all = useSyncExternalStore(uploads.subscribe, uploads.all);
  return all.map(({ id, name, bytes, step }) =>
    step.is === 'refused' ? (
      <FaultNotice key={id} error={step.error} action={<Button onClick={() => uploads.dismiss(id)}>Close</Button>} />
    ) : (
      <Progress key={id} label={name} value={bytes > 0 ? step.sent / bytes : null} />
    ),
  );
}

/** Another take, or a file, put into the edit at the playhead or at its end. */
export function InsertDialog({ open, onOpen, takes, preparing, cutting }: Props) {
  const [where, setWhere] = useState<'here' | 'end'>('here');
  const queries = useQueryClient();
  useEffect(() => onArrived(() => void queries.invalidateQueries({ queryKey: orpc.takes.key() })), [queries]);
  const newest = [...takes.values()].sort((a, b) => b.createdAt.localeCompare(a.createdAt));

  return (
    <Dialog open={open} onOpenChange={onOpen} title="Put in another take or file">
      <fieldset className={styles.where}>
        <legend className="visually-hidden">Where</legend>
        <label>
          <input type="radio" name="where" checked={where === 'here'} onChange={() => setWhere('here')} />
          At the playhead
        </label>
        <label>
          <input type="radio" name="where" checked={where === 'end'} onChange={() => setWhere('end')} />
          At the end
        </label>
      </fieldset>
      <ul className={styles.takes} aria-label="Takes">
        {newest.map((take) => (
          <li key={take.id}>
            <button
              type="button"
              className={styles.take}
              onClick={() => {
                cutting.insert(take, where);
                onOpen(false);
              }}
            >
              <span className={styles.title}>{take.title}</span>
              <span className={styles.length}>{clock(take.duration)}</span>
            </button>
          </li>
        ))}
      </ul>
      <Arriving />
      {preparing > 0 && (
        <Progress label={preparing === 1 ? 'One take is being prepared' : `${preparing} takes are being prepared`} value={null} />
      )}
      <PickButton icon={FileUp} field="Videos to put in" accept={takeFiles} multiple onPick={(files) => uploads.add(files)}>
        Import a file
      </PickButton>
    </Dialog>
  );
}
