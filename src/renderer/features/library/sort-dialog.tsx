import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import type { LibraryCard } from '../../../shared/contract/library.ts';
import { client, orpc } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/field.tsx';
import { FaultNotice } from '../../ui/notice.tsx';
import { Chips, withWord } from '../profile/chips.tsx';
import { titleOf } from './module-words.ts';
import css from './sort-dialog.module.css';
import { useRenewModules } from './use-modules.ts';

/** On which collections a module stands, which tags it has, and which skills it gives. */
export function SortDialog({ card, onClose }: { card: LibraryCard; onClose(): void }) {
  const [collections, setCollections] = useState(card.collections);
  const [tags, setTags] = useState(card.tags);
  const [skills, setSkills] = useState(card.skills);
  const [name, setName] = useState('');
  // What is typed and not added counts as well: to save says that it is meant.
  const [typed, setTyped] = useState({ tags: '', skills: '' });
  const renew = useRenewModules();
  const facets = useQuery(orpc.library.facets.queryOptions());
  const add = useMutation({
    mutationFn: () => client.library.addCollection({ name: name.trim() }),
    onSuccess: async ({ id }) => {
      setCollections((chosen) => [...chosen, id]);
      setName('');
      await renew();
    },
  });
  const save = useMutation({
    mutationFn: async () => {
      // A name that still stands in its field was meant to be added.
      const added = name.trim() === '' ? [] : [(await add.mutateAsync()).id];
      await client.library.sort({
        id: card.id,
        collections: [...collections, ...added],
        tags: withWord(tags, typed.tags),
        skills: withWord(skills, typed.skills),
      });
    },
    onSuccess: async () => {
      await renew();
      onClose();
    },
  });
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || name.trim() === '') return;
    // Within the form it would save all of it.
    event.preventDefault();
    add.mutate();
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title="Collections, tags, skills" description={titleOf(card)}>
      <form className={css.form} onSubmit={send}>
        <FaultNotice error={facets.error ?? save.error ?? add.error} />
        <fieldset className={css.group}>
          <legend>Collections</legend>
          <ul className={css.collections}>
            {facets.data?.collections.map((collection) => (
              <li key={collection.id}>
                <label>
                  <input
                    type="checkbox"
                    checked={collections.includes(collection.id)}
                    onChange={({ target: { checked } }) =>
                      setCollections((chosen) => (checked ? [...chosen, collection.id] : chosen.filter((id) => id !== collection.id)))
                    }
                  />
                  {collection.name}
                </label>
              </li>
            ))}
          </ul>
          <div className={css.add}>
            <TextField
              label="New collection"
              value={name}
              maxLength={60}
              onChange={(event) => setName(event.target.value)}
              onKeyDown={press}
            />
            <Button onClick={() => add.mutate()} disabled={name.trim() === ''} busy={add.isPending}>
              Add
            </Button>
          </div>
        </fieldset>
        <Chips
          label="Tags"
          hint="For yourself: colleagues do not see them."
          values={tags}
          onChange={setTags}
          onTyped={(word) => setTyped((all) => ({ ...all, tags: word }))}
        />
        <Chips
          label="Skills"
          hint="What one is good at afterwards. They go with the module."
          values={skills}
          onChange={setSkills}
          onTyped={(word) => setTyped((all) => ({ ...all, skills: word }))}
        />
        <Button type="submit" variant="primary" busy={save.isPending} className={css.save}>
          Save
        </Button>
      </form>
    </Dialog>
  );
}
