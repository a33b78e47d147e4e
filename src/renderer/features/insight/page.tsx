import { Ago } from '../../ui/ago.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { Card, Empty } from '../../ui/card.tsx';
import { FaultNotice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { AskCard } from './ask-card.tsx';
import { AskedOfYou } from './asked-of-you.tsx';
import css from './insight.module.css';
import { ReachPlot } from './reach-plot.tsx';
import { reachSentence, summary } from './sentences.ts';
import { Thanks } from './thanks.tsx';
import { useInsights } from './use-insights.ts';

/** What came back: sentences first, a plot beneath each, and the people who asked and thanked. */
export function Component() {
  const { data, error } = useInsights();
  const answered = data?.asks.filter((ask) => ask.answer !== null) ?? [];
  const nothing = data && data.reach.length === 0 && data.asks.length === 0 && data.thanks.length === 0;
  return (
    <Page title="Insight" narrow>
      <FaultNotice error={error} />
      {nothing && (
        <Empty title="Nothing came back yet" action={<ButtonLink to="/publish">Publish a module</ButtonLink>}>
          Once a module is published you see here how many colleagues it reached, what they asked, and who thanked you.
        </Empty>
      )}
      {data && data.reach.length > 0 && (
        <p className={css.summary}>
          {summary(data.reach, data.asks.length - answered.length, new Set(data.thanks.map(({ from }) => from.name)).size)}
        </p>
      )}
      <AskedOfYou />
      {data?.reach.map((module) => (
        <Card key={module.moduleId}>
          <h2 className={css.title}>{module.title}</h2>
          <p className={css.faint}>
            Published <Ago at={module.publishedAt} />
          </p>
          <p>{reachSentence(module)}</p>
          <ReachPlot module={module} />
        </Card>
      ))}
      <Thanks most={50} />
      {answered.length > 0 && (
        <section aria-labelledby="answered">
          <h2 id="answered" className={css.heading}>
            Answered
          </h2>
          <ul className={css.people}>
            {answered.map((ask) => (
              <AskCard key={ask.id} ask={ask} />
            ))}
          </ul>
        </section>
      )}
      {data?.heardAt && (
        <p className={css.faint}>
          Heard from the hub <Ago at={data.heardAt} />.
        </p>
      )}
    </Page>
  );
}
