import { FileUp } from 'lucide-react';
import { useEffect, useState } from 'react';
import { documentEndings, isDocumentName } from '../../../shared/model/document-files.ts';
import { PickButton } from '../../ui/pick-button.tsx';
import { arrivals } from '../exchange/arrivals.ts';
import { ArrivalsDialog } from '../exchange/arrivals-dialog.tsx';
import styles from './library.module.css';
import { takeFiles, uploads } from './uploads.ts';

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

/** Takes files that are dropped anywhere on the page, and says whether some hang above it. */
function useDrop(onFiles: (files: Iterable<File>) => void): boolean {
  const [above, setAbove] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setAbove(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setAbove(false);
    };
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setAbove(false);
      onFiles(event.dataTransfer?.files ?? []);
    };
    addEventListener('dragover', over);
    addEventListener('dragleave', leave);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('dragleave', leave);
      removeEventListener('drop', drop);
    };
  }, [onFiles]);
  return above;
}

/** Documents become modules, all else takes. */
function bringIn(files: Iterable<File>): void {
  const all = [...files];
  arrivals.add(all.filter(({ name }) => isDocumentName(name)));
  uploads.add(all.filter(({ name }) => !isDocumentName(name)));
}

/**
 * Brings videos and documents in from disk: by the file picker, or dropped onto the page. The way of videos is shown by
 * `InProgress`, that of documents by a dialog of their own, with what was not taken.
 */
export function ImportButton() {
  const above = useDrop(bringIn);
  return (
    <>
      <PickButton
        icon={FileUp}
        field="Videos to import, or documents"
        accept={`${takeFiles},${documentEndings.join(',')}`}
        multiple
        onPick={bringIn}
      >
        Import
      </PickButton>
      <ArrivalsDialog />
      {above && (
        <div className={styles.drop} aria-hidden="true">
          <p>Drop it here to import it</p>
        </div>
      )}
    </>
  );
}
