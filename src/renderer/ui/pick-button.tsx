import { type ComponentProps, useRef } from 'react';
import { Button } from './button.tsx';

interface PickButtonProps extends Omit<ComponentProps<typeof Button>, 'onClick' | 'type' | 'ref'> {
  /** What the files are for, as the field that takes them is called. */
  field: string;
  accept: string;
  multiple?: boolean;
  /** Gets the files that were chosen, at least one. */
  onPick(files: File[]): void;
}

/** A button that asks for files from disk. */
export function PickButton({ field, accept, multiple = false, onPick, ...button }: PickButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button {...button} onClick={() => input.current?.click()} />
      <input
        ref={input}
        type="file"
        hidden
        multiple={multiple}
        accept={accept}
        aria-label={field}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          // The same file may be chosen once more.
          target.value = '';
          if (files.length > 0) onPick(files);
        }}
      />
    </>
  );
}
