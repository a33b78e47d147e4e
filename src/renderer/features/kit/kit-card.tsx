import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Download, FolderOpen } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { Kit } from '../../../shared/model/kit.ts';
import { orpc } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/field.tsx';
import { FaultNotice } from '../../ui/notice.tsx';
import { PickButton } from '../../ui/pick-button.tsx';
import { useToast } from '../../ui/toast.tsx';
import { useUnsaved } from '../../ui/use-unsaved.ts';
import css from './kit.module.css';
import { openKitFile, saveKitFile } from './kit-file.ts';
import { Logo } from './logo.tsx';

const paper = '#fbf7f0';

/** What is otherwise than it was sent or kept. */
const changedSince = (sent: Kit, changes: Partial<Kit>): Partial<Kit> =>
  Object.fromEntries(Object.entries(changes).filter(([part, value]) => sent[part as keyof Kit] !== value));

interface CardProps {
  onUnsaved(unsaved: boolean): void;
}

interface FormProps extends CardProps {
  kit: Kit;
  onKept(kit: Kit, words: string): void;
}

function Form({ kit, onKept, onUnsaved }: FormProps) {
  /** What was changed here and is not saved; all else follows what another window saves. */
  const [changes, setChanges] = useState<Partial<Kit>>({});
  const draft = { ...kit, ...changes };
  useUnsaved(Object.keys(changedSince(kit, changes)).length > 0, onUnsaved);
  const save = useMutation(
    orpc.kit.save.mutationOptions({
      onSuccess(kept, sent) {
        setChanges((all) => changedSince(sent, all));
        onKept(kept, 'Saved. New cards begin with it.');
      },
    }),
  );
  const open = useMutation({
    mutationFn: openKitFile,
    onSuccess(kept: Kit) {
      setChanges({});
      onKept(kept, `The kit of ${kept.company || 'the file'} is used now.`);
    },
  });
  const hand = useMutation({ mutationFn: saveKitFile });
  const change = (part: Partial<Kit>) => setChanges((all) => ({ ...all, ...part }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(draft);
  };
  return (
    <form className={css.kit} onSubmit={submit}>
      <h2>Company kit</h2>
      <p>Logo, colour and last words of title and end cards. New cards begin with them; each can still be changed.</p>
      <TextField label="Company" value={draft.company} maxLength={80} onChange={({ target }) => change({ company: target.value })} />
      <TextField
        label="Title of the end card"
        placeholder="Questions? Ask me."
        value={draft.closing}
        maxLength={120}
        onChange={({ target }) => change({ closing: target.value })}
      />
      <label className={css.colour}>
        Colour of cards
        <input type="color" value={draft.colour ?? paper} onChange={({ target }) => change({ colour: target.value })} />
      </label>
      <Logo logo={draft.logo} onChange={(logo) => change({ logo })} />
      <FaultNotice error={save.error ?? open.error ?? hand.error} />
      <div className={css.actions}>
        <Button type="submit" busy={save.isPending}>
          Save the kit
        </Button>
        <PickButton
          variant="plain"
          icon={FolderOpen}
          busy={open.isPending}
          field="Kit file"
          accept=".json,application/json"
          onPick={([file]) => file && open.mutate(file)}
        >
          Open a kit file
        </PickButton>
        {kit.company !== '' && (
          <Button variant="plain" icon={Download} busy={hand.isPending} onClick={() => hand.mutate()}>
            Save as a file for colleagues
          </Button>
        )}
      </div>
    </form>
  );
}

/** How the company's cards look, once for all videos of this studio. */
export function KitCard({ onUnsaved }: CardProps) {
  const queries = useQueryClient();
  const toast = useToast();
  const { data, error } = useQuery(orpc.kit.get.queryOptions());
  if (!data) return <FaultNotice error={error} />;
  const kept = (kit: Kit, words: string) => {
    queries.setQueryData(orpc.kit.get.queryKey(), kit);
    toast(words);
  };
  return <Form kit={data} onKept={kept} onUnsaved={onUnsaved} />;
}
