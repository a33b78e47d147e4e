import { useEffect, useRef, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FaultNotice } from '../../ui/notice.tsx';
import { uploadBlob } from '../write/upload-picture.ts';
import css from './profile.module.css';
import { drawSquare, middle, type Square, toBlob } from './square.ts';

interface CropDialogProps {
  photo: ImageBitmap;
  /** The square's hash, or null where she thought better of it. */
  onDone(hash: string | null): void;
}

const sliders: { part: keyof Square; label: string; min: number }[] = [
  { part: 'size', label: 'How much of the photo', min: 0.2 },
  { part: 'x', label: 'Left or right', min: 0 },
  { part: 'y', label: 'Up or down', min: 0 },
];

/** Which square of the photo colleagues see. Sliders, so that it works by keyboard as well. */
export function CropDialog({ photo, onDone }: CropDialogProps) {
  const [square, setSquare] = useState(middle);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const gone = useRef(false);
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
    };
  }, []);
  useEffect(() => {
    if (canvas.current) drawSquare(canvas.current, photo, square);
  }, [photo, square]);

  const keep = async () => {
    setBusy(true);
    setError(null);
    try {
      const blob = canvas.current ? await toBlob(canvas.current) : null;
      const kept = blob && (await uploadBlob(blob, 'Your photo'));
      // Who closed it while the photo was on its way thought better of it.
      if (kept && !gone.current) onDone(kept.hash);
    } catch (cause) {
      setError(cause);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onDone(null)} title="Your photo">
      <canvas ref={canvas} className={css.crop} role="img" aria-label="The part of the photo that is shown" />
      {sliders.map(({ part, label, min }) => (
        <label key={part} className={css.slider}>
          <span>{label}</span>
          <input
            type="range"
            min={min}
            max={1}
            step={0.01}
            value={square[part]}
            onChange={(event) => setSquare({ ...square, [part]: event.target.valueAsNumber })}
          />
        </label>
      ))}
      <FaultNotice error={error} />
      <Button variant="primary" busy={busy} onClick={() => void keep()}>
        Use this photo
      </Button>
    </Dialog>
  );
}
