import { FileOutput } from 'lucide-react';
import { useState } from 'react';
import type { HandInCheck } from '../../../shared/contract/publishing.ts';
import { Button, DownloadLink } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { megabytes } from '../../ui/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { isWaiting } from '../privacy/hand-in-videos.tsx';
import { ReviewFileButton } from '../review/file-button.tsx';
import css from './publish.module.css';

interface HandOutProps {
  moduleId: string;
  check: HandInCheck;
  open: boolean;
  onOpenChange(open: boolean): void;
}

/** The module as a file for someone without an account at the hub. */
function HandOut({ moduleId, check: { bytes, videos }, open, onOpenChange }: HandOutProps) {
  const waiting = videos.filter(isWaiting);
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title="Hand out for review as a file">
      <p>
        Whoever gets the file opens it under Review in another studio, without an account, comments beside what she speaks of, and sends a
        small file back. What was said so far goes along.
      </p>
      <p className={css.faint}>
        She can advise, and approves nothing: that is bound to a person whom the hub knows. Anyone who has the file can read it.
      </p>
      {waiting.length > 0 && (
        <Notice tone="attention">
          Something private in {waiting.map(({ title }) => `“${title || 'Without a title'}”`).join(', ')} is not decided on yet. It would
          leave this studio with the file.
        </Notice>
      )}
      <div className={css.row}>
        <DownloadLink variant="primary" icon={FileOutput} href={`/exports/${moduleId}/review`} onClick={() => onOpenChange(false)}>
          Save the file
        </DownloadLink>
        {bytes >= 100_000 && <span className={css.faint}>About {megabytes(bytes)}</span>}
      </div>
    </Dialog>
  );
}

/** Review without a hub: out as a file, and back as one. */
export function ByFile({ moduleId, check }: { moduleId: string; check: HandInCheck | null }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <p className={css.faint}>A colleague without an account at the hub can review it in her own studio.</p>
      <div className={css.row}>
        <Button icon={FileOutput} disabled={check === null} onClick={() => setOpen(true)}>
          Hand out for review as a file
        </Button>
        <ReviewFileButton words="Bring comments back" />
      </div>
      {check && <HandOut moduleId={moduleId} check={check} open={open} onOpenChange={setOpen} />}
    </>
  );
}
