import { X } from 'lucide-react';
import { IconButton } from '../../ui/button.tsx';
import { FaultNotice } from '../../ui/notice.tsx';
import { Progress } from '../../ui/progress.tsx';
import styles from './library.module.css';
import { type Upload, uploads } from './uploads.ts';

/** A file on its way in, or the sentence that says why it did not come in. */
export function UploadRow({ upload }: { upload: Upload }) {
  const dismiss = () => uploads.dismiss(upload.id);
  if (upload.error) {
    return (
      <li>
        <FaultNotice
          error={upload.error}
          action={<IconButton label={`Close the message about ${upload.name}`} icon={X} onClick={dismiss} />}
        />
      </li>
    );
  }
  return (
    <li className={styles.upload}>
      <Progress label={`Importing ${upload.name}`} value={upload.bytes > 0 ? upload.sent / upload.bytes : null} onCancel={dismiss} />
    </li>
  );
}
