import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Download, Ellipsis, FolderOpen, Trash2 } from 'lucide-react';
import type { Template } from '../../../shared/model/templates/template.ts';
import { client, orpc } from '../../api/client.ts';
import { IconButton } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { FaultNotice } from '../../ui/notice.tsx';
import { PickButton } from '../../ui/pick-button.tsx';
import { useToast } from '../../ui/toast.tsx';
import { TemplateCard } from './template-card.tsx';
import { openTemplateFile, saveTemplateFile } from './template-file.ts';
import css from './templates.module.css';

function useCompanyTemplates() {
  const queries = useQueryClient();
  const toast = useToast();
  const renew = () => queries.invalidateQueries({ queryKey: orpc.templates.key() });
  const open = useMutation({
    mutationFn: openTemplateFile,
    onSuccess: ({ name }) => toast(`“${name}” is among your templates.`),
    onSettled: renew,
  });
  const hand = useMutation({ mutationFn: saveTemplateFile });
  const restore = useMutation({ mutationFn: ({ id }: Template) => client.templates.restore({ id }), onSettled: renew });
  const remove = useMutation({
    mutationFn: ({ id }: Template) => client.templates.remove({ id }),
    onSuccess: (gone) => toast(`“${gone.name}” is removed. Modules made from it stay.`, () => restore.mutate(gone)),
    onSettled: renew,
  });
  return { open, hand, remove, error: open.error ?? hand.error ?? remove.error ?? restore.error };
}

interface CompanyTemplatesProps {
  templates: readonly Template[];
  busy: boolean;
  onTake(id: string): void;
}

/** The company's own templates: put in as files, handed on, removed. */
export function CompanyTemplates({ templates, busy, onTake }: CompanyTemplatesProps) {
  const { open, hand, remove, error } = useCompanyTemplates();
  return (
    <section className={css.group} aria-labelledby="company-templates">
      <div className={css.head}>
        <h2 id="company-templates">From your company</h2>
        <PickButton
          icon={FolderOpen}
          busy={open.isPending}
          field="Template file"
          accept=".json,application/json"
          onPick={([file]) => file && open.mutate(file)}
        >
          Open a template file
        </PickButton>
      </div>
      <FaultNotice error={error} />
      {templates.length === 0 ? (
        <p className={css.none}>
          None yet. A colleague sends you a template as a file, or you make one of a module of your own: <em>Save as a template</em> stands
          in the menu of each module.
        </p>
      ) : (
        <ul className={css.cards}>
          {templates.map((template) => (
            <TemplateCard
              key={template.id}
              {...template}
              busy={busy}
              onTake={() => onTake(template.id)}
              menu={
                <Menu
                  trigger={<IconButton label={`More about ${template.name}`} icon={Ellipsis} />}
                  items={[
                    { label: 'Save as a file for colleagues', icon: Download, onSelect: () => hand.mutate(template) },
                    { label: 'Remove', icon: Trash2, danger: true, onSelect: () => remove.mutate(template) },
                  ]}
                />
              }
            />
          ))}
        </ul>
      )}
    </section>
  );
}
