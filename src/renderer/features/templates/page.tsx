import { useQuery } from '@tanstack/react-query';
import { FilePlus } from 'lucide-react';
import { useSearchParams } from 'react-router';
import { Id } from '../../../shared/model/ids.ts';
import { orpc } from '../../api/client.ts';
import { FaultNotice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { CompanyTemplates } from './company-templates.tsx';
import { FromVideo } from './from-video.tsx';
import { TemplateCard } from './template-card.tsx';
import css from './templates.module.css';
import { useBegin } from './use-begin.ts';

/** `/write` and `/write?edit=…`: how a module begins, around a finished edit where one is named. Nothing is made by coming here. */
export function Component() {
  const [search] = useSearchParams();
  const edit = Id.safeParse(search.get('edit')).data;
  const { data, error } = useQuery(orpc.templates.list.queryOptions());
  const begin = useBegin(edit);
  const own = data?.filter(({ from }) => from === 'showhow') ?? [];
  const company = data?.filter(({ from }) => from === 'company') ?? [];
  return (
    <Page title="A new module">
      <FaultNotice error={error ?? begin.error} />
      {edit && <FromVideo only={edit} />}
      <section className={css.group} aria-labelledby="templates">
        <h2 id="templates">How should it begin?</h2>
        <ul className={css.cards}>
          <TemplateCard
            name="Blank"
            about="An empty page, for what fits no template."
            stages={[]}
            icon={FilePlus}
            busy={begin.isPending}
            onTake={() => begin.mutate(null)}
          />
          {own.map((template) => (
            <TemplateCard key={template.id} {...template} busy={begin.isPending} onTake={() => begin.mutate(template.id)} />
          ))}
        </ul>
      </section>
      {data && <CompanyTemplates templates={company} busy={begin.isPending} onTake={begin.mutate} />}
      {!edit && <FromVideo only={undefined} />}
    </Page>
  );
}
