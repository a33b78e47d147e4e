import { ImageUp, Trash2 } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import { FileButton } from '../../ui/file-button.tsx';
import { uploadBlob } from '../write/upload-picture.ts';
import css from './kit.module.css';

/** A logo: shown, chosen from a file, taken away. */
export function Logo({ logo, onChange }: { logo: string | null; onChange: (hash: string | null) => void }) {
  return (
    <div className={css.logo}>
      {logo && <img src={`/media/${logo}`} alt="Logo" />}
      <FileButton
        icon={ImageUp}
        field="Logo"
        accept="image/png,image/jpeg"
        take={(file) => uploadBlob(file, file.name)}
        onTaken={({ hash }) => onChange(hash)}
      >
        {logo ? 'Choose another logo' : 'Choose a logo'}
      </FileButton>
      {logo && (
        <Button variant="plain" icon={Trash2} onClick={() => onChange(null)}>
          Remove
        </Button>
      )}
    </div>
  );
}
