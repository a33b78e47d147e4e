import { Archive, ArchiveRestore, Copy, Ellipsis, LayoutTemplate, Send, Tags, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { LibraryCard } from '../../../shared/contract/library.ts';
import { IconButton } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { SaveTemplateDialog } from '../templates/save-template-dialog.tsx';
import { titleOf } from './module-words.ts';
import { SortDialog } from './sort-dialog.tsx';
import type { ModuleActions } from './use-modules.ts';

interface Props {
  card: LibraryCard;
  actions: ModuleActions;
  /** Out of the way of the Tab key, where the arrow keys lead from card to card. */
  skipped?: boolean;
}

/** What else can be done with a module. */
export function ModuleMenu({ card, actions, skipped = false }: Props) {
  // The module for which it was opened: where many are shown, another one may take its place meanwhile.
  const [sorting, setSorting] = useState<LibraryCard | null>(null);
  const [templating, setTemplating] = useState<LibraryCard | null>(null);
  const navigate = useNavigate();
  return (
    <>
      <Menu
        trigger={<IconButton label={`More about ${titleOf(card)}`} icon={Ellipsis} tabIndex={skipped ? -1 : 0} />}
        items={[
          { label: 'Collections, tags, skills', icon: Tags, onSelect: () => setSorting(card) },
          { label: 'Hand in or publish', icon: Send, onSelect: () => void navigate(`/publish/${card.id}`) },
          { label: 'Save as a template', icon: LayoutTemplate, onSelect: () => setTemplating(card) },
          { label: 'Duplicate', icon: Copy, onSelect: () => actions.duplicate(card) },
          card.archived
            ? { label: 'Take out of the archive', icon: ArchiveRestore, onSelect: () => actions.archive(card) }
            : { label: 'Archive', icon: Archive, onSelect: () => actions.archive(card) },
          { label: 'Remove', icon: Trash2, danger: true, onSelect: () => actions.remove(card) },
        ]}
      />
      {templating && (
        <SaveTemplateDialog
          module={{ id: templating.id, title: templating.title, minutes: Math.max(1, Math.round(templating.seconds / 60)) }}
          onClose={() => setTemplating(null)}
        />
      )}
      {sorting && <SortDialog card={sorting} onClose={() => setSorting(null)} />}
    </>
  );
}
