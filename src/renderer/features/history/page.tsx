import { ArrowLeft, History as HistoryIcon, Tag } from 'lucide-react';
import { useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import type { ToldMoment } from '../../../shared/contract/history.ts';
import type { ModuleContent } from '../../../shared/model/module.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Empty } from '../../ui/card.tsx';
import { FaultNotice, Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { MissingModule } from '../write/missing-module.tsx';
import { Comparison } from './comparison.tsx';
import css from './history.module.css';
import { MomentList } from './moment-list.tsx';
import { NameDialog } from './name-dialog.tsx';
import { useContent, useDifference, useHistory } from './use-history.ts';
import { momentName } from './words.ts';
import '../../../player/player.css';
import '../../../player/render/difference.css';

/** With what a version is compared: the module as it is now, the version before it, or any other by its name. */
type Other = 'now' | 'before' | string;

interface Chosen {
  /** Null: the module as it is now. */
  moment: ToldMoment | null;
  /** Null: the module as it is now, or nothing where there is none before it. */
  other: ToldMoment | null;
  otherIs: Other;
}

/** What is looked at and with what it is compared, from the address. */
function chosenFrom(moments: readonly ToldMoment[], search: URLSearchParams): Chosen {
  const at = moments.findIndex(({ id }) => id === search.get('version'));
  const moment = moments[at] ?? null;
  const otherIs: Other = search.get('with') ?? (moment ? 'now' : 'before');
  const before = moments[at + 1] ?? null;
  return { moment, otherIs, other: otherIs === 'before' ? before : (moments.find(({ id }) => id === otherIs) ?? null) };
}

interface WithProps {
  moments: readonly ToldMoment[];
  chosen: Chosen;
  onChange(other: Other): void;
}

function CompareWith({ moments, chosen: { moment, otherIs }, onChange }: WithProps) {
  return (
    <label className={css.with}>
      <span>Compared with</span>
      <select value={otherIs} onChange={(event) => onChange(event.target.value)}>
        {moment && <option value="now">the module as it is now</option>}
        <option value="before">the version before it</option>
        {moments
          .filter(({ id }) => id !== moment?.id)
          .map((one) => (
            <option key={one.id} value={one.id}>
              {momentName(one)}
            </option>
          ))}
      </select>
    </label>
  );
}

interface ChosenProps {
  id: string;
  now: ModuleContent;
  chosen: Chosen;
  moments: readonly ToldMoment[];
  history: ReturnType<typeof useHistory>;
  onCompareWith(other: Other): void;
}

/** One version beside another: the older one is the earlier side, whichever was chosen first. */
function ChosenVersion({ id, now, chosen, moments, history, onCompareWith }: ChosenProps) {
  const [naming, setNaming] = useState(false);
  const { moment, other, otherIs } = chosen;
  const nothingBefore = otherIs === 'before' && other === null;
  const pair = [moment, other].sort((a, b) => ((a?.at ?? '9') < (b?.at ?? '9') ? -1 : 1));
  const earlier = useContent(id, pair[0]?.hash ?? null, now);
  const later = useContent(id, pair[1]?.hash ?? null, now);
  const difference = useDifference(earlier.content, later.content);
  const present = new Set(now.body.content.map(({ attrs }) => attrs.id));
  return (
    <section className={css.chosen} aria-labelledby="chosen">
      <header className={css.head}>
        <h2 id="chosen">{moment ? momentName(moment) : 'As it is now'}</h2>
        <div className={css.buttons}>
          <Button icon={Tag} onClick={() => setNaming(true)}>
            {moment?.name ? 'Change the name' : 'Name this version'}
          </Button>
          {moment && (
            <Button
              variant="primary"
              icon={HistoryIcon}
              busy={history.restore.isPending}
              onClick={() => history.restore.mutate(moment.hash)}
            >
              Bring this version back
            </Button>
          )}
        </div>
      </header>
      <NameDialog
        key={`${moment?.id} ${naming}`}
        open={naming}
        onOpenChange={setNaming}
        name={moment?.name ?? null}
        onName={(name) => history.name.mutate({ moment: moment?.id ?? null, name })}
      />
      {moments.length > 0 && <CompareWith moments={moments} chosen={chosen} onChange={onCompareWith} />}
      <FaultNotice error={earlier.error ?? later.error} />
      {nothingBefore && <p className={css.nothing}>There is no version before it to compare with.</p>}
      {!nothingBefore && difference && earlier.content && (
        <Comparison
          difference={difference}
          language={now.language}
          present={present}
          onPutBack={(block) => earlier.content && history.putIn.mutate({ block, older: earlier.content })}
        />
      )}
    </section>
  );
}

/** `/write/:moduleId/history`: what a module was, how it came to be what it is, and the way back. */
export function Component() {
  const { moduleId = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const history = useHistory(moduleId);
  const { draft, list } = history;
  const moments = list?.moments ?? [];
  const chosen = chosenFrom(moments, search);
  const choose = (version: string | null) => setSearch(version ? { version } : {}, { replace: true });
  const compareWith = (other: Other) => setSearch({ ...(chosen.moment && { version: chosen.moment.id }), with: other }, { replace: true });
  const title = draft?.content.title.trim();
  const isGone = list !== null && search.has('version') && chosen.moment === null;
  if (history.missing) return <MissingModule />;
  return (
    <Page
      title={title ? `History of “${title}”` : 'History of the module'}
      actions={
        <ButtonLink to={`/write/${moduleId}`} icon={ArrowLeft}>
          Back to writing
        </ButtonLink>
      }
    >
      <FaultNotice error={history.error} />
      {isGone && (
        <Notice tone="attention">
          The version in this address is not here: it was let go for newer ones, or the address is old. Below the module stands as it is
          now.
        </Notice>
      )}
      {draft && list && moments.length === 0 && (
        <Empty title="Nothing was kept yet">
          While you write, a version is kept every ten minutes and whenever you go on after a rest. Name the present one, and it is kept for
          good.
        </Empty>
      )}
      {draft && list && (
        <div className={css.columns}>
          <MomentList moments={moments} now={list.now} chosen={chosen.moment?.id ?? null} choose={choose} />
          <ChosenVersion
            key={chosen.moment?.id ?? 'now'}
            id={moduleId}
            now={draft.content}
            chosen={chosen}
            moments={moments}
            history={history}
            onCompareWith={compareWith}
          />
        </div>
      )}
    </Page>
  );
}
