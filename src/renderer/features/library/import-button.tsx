import { FileUp } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import styles from './library.module.css';
import { uploads } from './uploads.ts';

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

/** Brings videos in from disk: by the file picker, or dropped onto the page. Their way is shown by `InProgress`. */
export function ImportButton() {
  const picker = useRef<HTMLInputElement>(null);
  const above = useDrop(uploads.add);
  return (
    <>
      <Button icon={FileUp} onClick={() => picker.current?.click()}>
        Import
      </Button>
      <input
        ref={picker}
        type="file"
        hidden
        multiple
        accept="video/*,audio/*,image/gif,.mkv,.mp4,.mov,.webm,.avi"
        aria-label="Videos to import"
        onChange={(event) => {
          uploads.add(event.target.files ?? []);
          event.target.value = '';
        }}
      />
      {above && (
        <div className={styles.drop} aria-hidden="true">
          <p>Drop it here to import it</p>
        </div>
      )}
    </>
  );
}
