import { ImageUp, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { FaultNotice } from '../../ui/notice.tsx';
import { uploadBlob } from '../write/upload-picture.ts';
import css from './kit.module.css';

/** A logo: shown, chosen from a file, taken away. */
export function Logo({ logo, onChange }: { logo: string | null; onChange: (hash: string | null) => void }) {
  const file = useRef<HTMLInputElement>(null);
  const [error, setError] = useState<unknown>(null);
  const choose = async (picked: File | undefined) => {
    if (!picked) return;
    setError(null);
    try {
      onChange((await uploadBlob(picked, picked.name)).hash);
    } catch (cause) {
      setError(cause);
    }
  };
  return (
    <div className={css.logo}>
      {logo && <img src={`/media/${logo}`} alt="Logo" />}
      <Button icon={ImageUp} onClick={() => file.current?.click()}>
        {logo ? 'Choose another logo' : 'Choose a logo'}
      </Button>
      {logo && (
        <Button variant="plain" icon={Trash2} onClick={() => onChange(null)}>
          Remove
        </Button>
      )}
      <input
        ref={file}
        type="file"
        accept="image/png,image/jpeg"
        hidden
        aria-label="Logo"
        onChange={(event) => {
          void choose(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      <FaultNotice error={error} />
    </div>
  );
}
