import { type ComponentProps, useEffect, useRef, useState } from 'react';
import type { Button } from './button.tsx';
import css from './file-button.module.css';
import { FaultNotice } from './notice.tsx';
import { PickButton } from './pick-button.tsx';

/** Kinds of pictures that every page and every package can show. */
export const pictureFiles = 'image/png,image/jpeg,image/webp';

interface FileButtonProps<T> extends Omit<ComponentProps<typeof Button>, 'onClick' | 'type' | 'ref' | 'busy'> {
  /** What the file is for, as the field that takes it is called. */
  field: string;
  accept?: string;
  /** Reads the file, or hands it on; what it throws stands behind the button as its sentence. */
  take(file: File): Promise<T>;
  /** Gets what came of it, as the page stands by then: one goes on writing while a file is on its way. */
  onTaken(taken: T): void;
}

/** A button that asks for a file, a picture where nothing else is said. */
export function FileButton<T>({ field, accept = pictureFiles, take, onTaken, ...button }: FileButtonProps<T>) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const latest = useRef<typeof onTaken | null>(null);
  useEffect(() => {
    latest.current = onTaken;
    return () => {
      // What is gone meanwhile gets nothing.
      latest.current = null;
    };
  }, [onTaken]);
  const choose = async (file: File) => {
    setBusy(true);
    setError(null);
    try {
      const taken = await take(file);
      latest.current?.(taken);
    } catch (cause) {
      setError(cause);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <PickButton {...button} {...{ field, accept, busy }} onPick={([file]) => file && void choose(file)} />
      {error !== null && (
        <div className={css.fault}>
          <FaultNotice error={error} />
        </div>
      )}
    </>
  );
}
