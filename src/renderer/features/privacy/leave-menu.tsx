import { Eye } from 'lucide-react';
import { DismissReason } from '../../../shared/model/edit/list.ts';
import { reasonWords } from '../../../shared/model/privacy/words.ts';
import { Button } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';

const sentence = (words: string): string => `Because ${words}`;

interface Props {
  /** Says which thing is left, beginning with the words on the button. */
  label: string;
  /** The words on the button. */
  children: string;
  onLeave: (reason: DismissReason) => void;
  /** Words alone, where icons stand beside none of the others. */
  plain?: boolean;
}

/** Leaves something to be seen: one press opens the reasons, one says which. */
export function LeaveMenu({ label, children, onLeave, plain = false }: Props) {
  return (
    <Menu
      trigger={
        <Button variant="plain" {...(plain ? {} : { icon: Eye })} aria-label={label}>
          {children}
        </Button>
      }
      items={DismissReason.options.map((reason) => ({ label: sentence(reasonWords[reason]), onSelect: () => onLeave(reason) }))}
    />
  );
}
