import { FileInput } from 'lucide-react';
import type { ButtonVariant } from '../../ui/button.tsx';
import { PickButton } from '../../ui/pick-button.tsx';
import { arrivals } from '../exchange/arrivals.ts';
import { ArrivalsDialog } from '../exchange/arrivals-dialog.tsx';

/** Takes files for a review from disk. What becomes of each is said in a dialog. */
export function ReviewFileButton({ words, variant = 'quiet' }: { words: string; variant?: ButtonVariant }) {
  return (
    <>
      <PickButton
        icon={FileInput}
        variant={variant}
        field={`${words}: choose the file`}
        accept=".showhow"
        multiple
        onPick={(files) => arrivals.add(files)}
      >
        {words}
      </PickButton>
      <ArrivalsDialog />
    </>
  );
}
