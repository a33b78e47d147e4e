import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { client, orpc } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextArea, TextField } from '../../ui/field.tsx';
import { FaultNotice } from '../../ui/notice.tsx';
import { useToast } from '../../ui/toast.tsx';
import css from './templates.module.css';

interface SaveTemplateDialogProps {
  /** The module, as it is now; what is still to be saved has been. */
  module: { id: string; title: string; minutes: number };
  onClose(): void;
}

/** Makes a template of a module: what it is called and for, and whether its words stay or become guidance. */
export function SaveTemplateDialog({ module, onClose }: SaveTemplateDialogProps) {
  const [name, setName] = useState(module.title.slice(0, 80));
  const [about, setAbout] = useState('');
  const [minutes, setMinutes] = useState(String(Math.min(60, module.minutes)));
  const [guidance, setGuidance] = useState(true);
  const queries = useQueryClient();
  const toast = useToast();
  const save = useMutation({
    mutationFn: () => client.templates.save({ module: module.id, name, about, minutes: Number(minutes), guidance }),
    onSuccess: async (template) => {
      toast(`“${template.name}” is among your templates.`, () => void client.templates.remove({ id: template.id }).then(renew, renew));
      await renew();
      onClose();
    },
  });
  const renew = () => queries.invalidateQueries({ queryKey: orpc.templates.key() });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Save as a template"
      description="New modules can begin with it. Its video stays here: each lesson has one of its own."
    >
      <form className={css.form} onSubmit={submit}>
        <TextField label="Name" value={name} maxLength={80} required onChange={({ target }) => setName(target.value)} />
        <TextArea
          label="What is it for?"
          rows={2}
          value={about}
          maxLength={200}
          onChange={({ target }) => setAbout(target.value.replaceAll('\n', ' '))}
        />
        <TextField
          label="Minutes for a learner"
          type="number"
          min={1}
          max={60}
          step={1}
          required
          value={minutes}
          onChange={({ target }) => setMinutes(target.value)}
        />
        <label className={css.check}>
          <input type="checkbox" checked={guidance} onChange={({ target }) => setGuidance(target.checked)} />
          <span>
            Turn its texts into guidance
            <small>
              Each text says what belongs in its place, and gives way to what is written there. Headings, tables and checklists stay.
            </small>
          </span>
        </label>
        <FaultNotice error={save.error} />
        <div className={css.actions}>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" busy={save.isPending}>
            Save the template
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
