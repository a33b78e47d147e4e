import { FileInput } from 'lucide-react';
import { useRef } from 'react';
import { Button, type ButtonVariant } from '../../ui/button.tsx';
import { arrivals } from '../exchange/arrivals.ts';
import { ArrivalsDialog } from '../exchange/arrivals-dialog.tsx';

/** Takes files for a review from disk. What becomes of each is said in a dialog. */
export function ReviewFileButton({ words, variant = 'quiet' }: { words: string; variant?: ButtonVariant }) {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button icon={FileInput} variant={variant} onClick={() => picker.current?.click()}>
        {words}
      </Button>
      <input
        ref={picker}
        type="file"
        hidden
        multiple
        accept=".showhow"
        aria-label={`${words}: choose the file`}
        onChange={(event) => {
          arrivals.add(event.target.files ?? []);
          event.target.value = '';
        }}
      />
      <ArrivalsDialog />
    </>
  );
}
