import { ScanSearch } from 'lucide-react';
import { useRef } from 'react';
import type { Sweep } from '../../../shared/contract/privacy.ts';
import { PrivateKind } from '../../../shared/model/edit/list.ts';
import { dismissalOf, type Standing, standingOf } from '../../../shared/model/privacy/standing.ts';
import { kindCount, kindWords } from '../../../shared/model/privacy/words.ts';
import { Ago } from '../../ui/ago.tsx';
import { Button } from '../../ui/button.tsx';
import { FaultNotice, Notice } from '../../ui/notice.tsx';
import { Progress } from '../../ui/progress.tsx';
import type { Bench } from '../cut/bench.ts';
import { spoken } from '../cut/words.ts';
import { AllOfAKind } from './all-of-a-kind.tsx';
import { type Decisions, decisionsOf } from './decisions.ts';
import { DecidedRow, OpenCard, type Seen } from './finding-card.tsx';
import { momentOf } from './moment.ts';
import css from './privacy.module.css';
import { type Sweeping, useSweep } from './use-sweep.ts';

interface Stood extends Seen {
  standing: Standing;
}

/** Before anything was searched: what it is for, and the one button. */
function Teach({ sweeping, searchable }: { sweeping: Sweeping; searchable: number }) {
  if (searchable === 0)
    return (
      <div className={css.teach}>
        <h2>Nothing to search</h2>
        <p>Only screens and imported videos are searched. A camera shows a face, not a page.</p>
      </div>
    );
  return (
    <div className={css.teach}>
      <h2>Is anything private to be seen?</h2>
      <p>
        Showhow reads the pictures and looks for e-mail addresses, telephone, card and account numbers, keys and the words of your own list.
        It all happens on this computer.
      </p>
      <p>What it finds can be blurred, covered or left. It does not see everything: look at the video yourself as well.</p>
      <Button icon={ScanSearch} onClick={sweeping.start}>
        Search the pictures
      </Button>
    </div>
  );
}

function Sum({ sweep, open, decided }: { sweep: Sweep; open: number; decided: number }) {
  if (open + decided === 0)
    return (
      <p className={css.sum}>
        Nothing private was found
        {sweep.searchedAt && (
          <>
            {' '}
            (searched <Ago at={sweep.searchedAt} />)
          </>
        )}
        . Look at the video yourself as well.
      </p>
    );
  return (
    <p className={css.sum}>
      {open > 0 ? `${open} to look at` : 'All looked at'}
      {decided > 0 && `, ${decided} decided`}
    </p>
  );
}

interface ListProps {
  open: readonly Seen[];
  decisions: Decisions;
  onSeek: (time: number) => void;
}

/** Cards that wait, kind by kind, with one decision for all where there are several of a kind. */
function OpenList({ open, decisions, onSeek }: ListProps) {
  const list = useRef<HTMLDivElement>(null);
  /** The card goes with the focus in it: the next one takes it, else the panel. */
  const focusNext = (id: string) => {
    const cards = [...(list.current?.querySelectorAll<HTMLElement>('[data-finding]') ?? [])];
    const at = cards.findIndex((card) => card.dataset.finding === id);
    const next = cards[at + 1] ?? cards[at - 1];
    requestAnimationFrame(() => {
      const button = next?.querySelector<HTMLElement>(':scope > div button');
      (button ?? list.current)?.focus();
    });
  };
  /** All cards of a kind go: what comes first of the others takes the focus. */
  const focusFirst = () => requestAnimationFrame(() => (list.current?.querySelector<HTMLElement>('button') ?? list.current)?.focus());
  const kinds = PrivateKind.options.filter((kind) => open.some(({ finding }) => finding.kind === kind));
  return (
    <div ref={list} tabIndex={-1} className={css.group}>
      {kinds.map((kind) => {
        const ofKind = open.filter(({ finding }) => finding.kind === kind);
        const several = ofKind.length > 1;
        return (
          <section key={kind} className={css.kind} aria-label={`To look at: ${kindCount(kind, ofKind.length)}`}>
            {several && (
              <div className={css.all}>
                <h2>{kindCount(kind, ofKind.length)}</h2>
                <AllOfAKind
                  findings={ofKind.map(({ finding }) => finding)}
                  name={kindWords[kind][1]}
                  decisions={decisions}
                  onDecided={focusFirst}
                />
              </div>
            )}
            <ul className={css.cards}>
              {ofKind.map((seen) => (
                <OpenCard key={seen.finding.id} {...{ seen, onSeek, decisions }} onDecided={() => focusNext(seen.finding.id)} />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

/** What is private in the pictures of an edit: searched on request, looked at one by one or all of a kind. */
export function PanelPrivacy({ bench }: { bench: Bench }) {
  const { edit, list, editing, player } = bench;
  const sweeping = useSweep(edit.id, editing.saved.version, editing.flush);
  const decisions = decisionsOf(bench);
  const { sweep, progress, error } = sweeping;
  const stood = (sweep?.findings ?? []).flatMap((finding): Stood[] => {
    const standing = standingOf(list, finding);
    const moment = momentOf(list, finding);
    return standing && moment ? [{ finding, standing, moment }] : [];
  });
  const open = stood.filter(({ standing }) => standing === 'open');
  const decided = stood.filter((each): each is Stood & { standing: Exclude<Standing, 'open'> } => each.standing !== 'open');
  const seek = (time: number) => {
    player.pause();
    player.seek(time);
  };
  const untouched = sweep !== null && sweep.searchedAt === null;
  return (
    <div className={css.panel}>
      <FaultNotice error={error} />
      {progress !== null && <Progress label="Reading the pictures" value={progress} onCancel={sweeping.cancel} />}
      {progress === null && sweep && untouched && <Teach sweeping={sweeping} searchable={sweep.searchable} />}
      {sweep && !untouched && (
        <>
          {progress === null && sweep.unsearched > 0.1 && (
            <Notice tone="attention" action={<Button onClick={sweeping.start}>Search it</Button>}>
              {spoken(sweep.unsearched)} of what is seen now were not searched yet.
            </Notice>
          )}
          <Sum sweep={sweep} open={open.length} decided={decided.length} />
          {open.length > 0 && <OpenList open={open} decisions={decisions} onSeek={seek} />}
          {decided.length > 0 && (
            <details className={css.decided} open={open.length === 0}>
              <summary>{decided.length} decided</summary>
              <ul>
                {decided.map(({ standing, ...seen }) => (
                  <DecidedRow
                    key={seen.finding.id}
                    {...{ seen, standing }}
                    reason={dismissalOf(list, seen.finding)?.reason ?? null}
                    onSeek={seek}
                    onReopen={() => decisions.reopen(seen.finding)}
                  />
                ))}
              </ul>
            </details>
          )}
        </>
      )}
    </div>
  );
}
