import { useMutation } from '@tanstack/react-query';
import { Ellipsis, PencilLine, Trash2 } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Collection } from '../../../shared/contract/library.ts';
import { client } from '../../api/client.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { Menu } from '../../ui/menu.tsx';
import { FaultNotice } from '../../ui/notice.tsx';
import { type LibraryView, narrowed, writeView } from './address.ts';
import css from './filters.module.css';
import { useRenewModules } from './use-modules.ts';

/** Names a new collection, or one anew. */
export function CollectionDialog({ collection, onClose }: { collection?: Collection; onClose(): void }) {
  const [name, setName] = useState(collection?.name ?? '');
  const renew = useRenewModules();
  const save = useMutation({
    mutationFn: async () => {
      if (collection) await client.library.renameCollection({ id: collection.id, name: name.trim() });
      else await client.library.addCollection({ name: name.trim() });
    },
    onSuccess: async () => {
      await renew();
      onClose();
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={collection ? 'Rename the collection' : 'A new collection'}>
      <form className={css.naming} onSubmit={send}>
        <TextField label="Name" value={name} maxLength={60} required onChange={(event) => setName(event.target.value)} />
        <FaultNotice error={save.error} />
        <Button type="submit" variant="primary" disabled={name.trim() === ''} busy={save.isPending}>
          {collection ? 'Rename' : 'Make it'}
        </Button>
      </form>
    </Dialog>
  );
}

/** Taking a collection apart is asked for: which modules were on it is known nowhere else. */
function TakeApart({ collection, view, onClose }: { collection: Collection; view: LibraryView; onClose(): void }) {
  const renew = useRenewModules();
  const navigate = useNavigate();
  const remove = useMutation({
    mutationFn: () => client.library.removeCollection({ id: collection.id }),
    onSuccess: async () => {
      onClose();
      if (view.filter.collection === collection.id) await navigate(writeView(narrowed(view, { collection: null })));
      await renew();
    },
  });
  const many = collection.count === 1 ? 'The module in it stays.' : `The ${collection.count} modules in it stay.`;
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={`Take “${collection.name}” apart?`} description={many}>
      <FaultNotice error={remove.error} />
      <Button variant="danger" onClick={() => remove.mutate()} busy={remove.isPending}>
        Take it apart
      </Button>
    </Dialog>
  );
}

export function CollectionMenu({ collection, view }: { collection: Collection; view: LibraryView }) {
  const [doing, setDoing] = useState<'rename' | 'remove' | null>(null);
  return (
    <>
      <Menu
        trigger={<IconButton label={`More about the collection ${collection.name}`} icon={Ellipsis} />}
        items={[
          { label: 'Rename', icon: PencilLine, onSelect: () => setDoing('rename') },
          { label: 'Take apart', icon: Trash2, danger: true, onSelect: () => setDoing('remove') },
        ]}
      />
      {doing === 'rename' && <CollectionDialog collection={collection} onClose={() => setDoing(null)} />}
      {doing === 'remove' && <TakeApart collection={collection} view={view} onClose={() => setDoing(null)} />}
    </>
  );
}
