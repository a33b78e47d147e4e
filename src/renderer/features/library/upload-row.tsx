import { X } from 'lucide-react';
import { IconButton } from '../../ui/button.tsx';
import { FaultNotice } from '../../ui/notice.tsx';
import { Progress } from '../../ui/progress.tsx';
import styles from './library.module.css';
import { type Upload, uploads } from './uploads.ts';

/** A file on its way in, or the sentence that says why it did not come in. */
export function UploadRow({ upload: { id, name, bytes, step } }: { upload: Upload }) {
  const dismiss = () => uploads.dismiss(id);
  if (step.is === 'refused') {
    return (
      <li>
        <FaultNotice error={step.error} action={<IconButton label={`Close the message about ${name}`} icon={X} onClick={dismiss} />} />
      </li>
    );
  }
  return (
    <li className={styles.upload}>
      <Progress label={`Importing ${name}`} value={bytes > 0 ? step.sent / bytes : null} onCancel={dismiss} />
    </li>
  );
}
