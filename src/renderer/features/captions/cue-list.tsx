import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Cue } from '../../../shared/model/captions/captions.ts';
import * as change from '../../../shared/model/captions/change.ts';
import { type Finding, findings } from '../../../shared/model/captions/checks.ts';
import type { Player } from '../cut/player.ts';
import { useAtTime } from '../cut/use-player.ts';
import styles from './captions.module.css';
import { type CueActions, CueRow } from './cue-row.tsx';
import { indexAt } from './find.ts';
import type { TakeClock } from './take-clock.ts';
import type { Captioning } from './use-session.ts';

interface Props {
  captioning: Captioning;
  player: Player;
  clock: TakeClock;
  duration: number;
}

const newId = () => crypto.randomUUID();
const none: readonly Finding[] = [];

/** What can be done to cues, each as one step of their history. It stays the same, so that rows that do not change are not drawn again. */
function useCueActions(
  { session }: Captioning,
  clock: TakeClock,
  duration: number,
  focus: (id: string, at: 'start' | 'end') => void,
): Omit<CueActions, 'open'> {
  return useMemo(() => {
    const cues = () => session.state().history.present.state.cues;
    const write = (next: Cue[], label: string, group?: string) => {
      const { history } = session.state();
      session.act({ type: 'change', state: { ...history.present.state, cues: next }, label, ...(group ? { group } : {}) });
    };
    const neighbour = (id: string, by: 1 | -1) => cues()[cues().findIndex((cue) => cue.id === id) + by];
    return {
      seek: clock.seek,
      now: clock.now,
      setText: (id, text) => write(change.setText(cues(), id, text), 'write a caption', `text ${id}`),
      retime: (cue, span) =>
        write(change.retime(cues(), cue.id, { from: cue.from, to: cue.to, ...span }, duration), 'move a caption', `time ${cue.id}`),
      split(id, word) {
        write(change.splitBefore(cues(), id, word, newId), 'part a caption');
        const next = neighbour(id, 1);
        if (next) focus(next.id, 'start');
      },
      splitNow(id) {
        const now = clock.now();
        if (now !== null) write(change.splitAtTime(cues(), id, now, newId), 'part a caption');
      },
      merge: (id) => write(change.mergeWithNext(cues(), id), 'join captions'),
      mergeBefore(id) {
        const before = neighbour(id, -1);
        if (!before) return;
        write(change.mergeWithNext(cues(), before.id), 'join captions');
        focus(before.id, 'end');
      },
      remove(id) {
        const next = neighbour(id, 1) ?? neighbour(id, -1);
        write(change.remove(cues(), id), 'take a caption away');
        if (next) focus(next.id, 'start');
      },
      go(id, by) {
        const next = neighbour(id, by);
        if (next) focus(next.id, by === 1 ? 'start' : 'end');
      },
      settle: () => session.act({ type: 'settle' }),
    };
  }, [session, clock, duration, focus]);
}

/** The captions one below the other; only those in sight are there, however long the take is. */
export function CueList({ captioning, player, clock, duration }: Props) {
  const { cues, language } = captioning.draft;
  const scroller = useRef<HTMLDivElement>(null);
  const wished = useRef<{ id: string; at: 'start' | 'end' } | null>(null);
  const [open, setOpen] = useState<string | null>(null);

  const byCue = useMemo(() => Map.groupBy(findings(cues), ({ cue }) => cue), [cues]);
  const openIndex = useMemo(() => cues.findIndex(({ id }) => id === open), [cues, open]);
  const now = useAtTime(
    player,
    useCallback(() => {
      const time = clock.now() ?? -1;
      const index = indexAt(cues, time);
      return time < (cues[index]?.to ?? 0) ? index : -1;
    }, [cues, clock]),
  );

  const rows = useVirtualizer({
    count: cues.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 64,
    getItemKey: (index) => cues[index]?.id ?? index,
    overscan: 6,
  });

  const focus = useCallback((id: string, at: 'start' | 'end') => {
    wished.current = { id, at };
    setOpen(id);
  }, []);
  const bare = useCueActions(captioning, clock, duration, focus);
  const actions = useMemo<CueActions>(() => ({ ...bare, open: setOpen }), [bare]);

  // A row that is wished for has first to be scrolled into sight, where it is drawn.
  useEffect(() => {
    const wish = wished.current;
    const index = wish ? cues.findIndex(({ id }) => id === wish.id) : -1;
    if (!wish || index < 0) return;
    rows.scrollToIndex(index, { align: 'auto' });
    const frame = requestAnimationFrame(() => {
      const field = scroller.current?.querySelector<HTMLTextAreaElement>(`[data-cue="${CSS.escape(wish.id)}"] textarea`);
      if (!field) return;
      wished.current = null;
      field.focus({ preventScroll: true });
      const place = wish.at === 'start' ? 0 : field.value.length;
      field.setSelectionRange(place, place);
    });
    return () => cancelAnimationFrame(frame);
  });

  // It follows the playhead, unless someone is writing in it.
  useEffect(() => {
    if (now >= 0 && !scroller.current?.contains(document.activeElement)) rows.scrollToIndex(now, { align: 'center' });
  }, [now, rows]);

  return (
    <div ref={scroller} className={styles.scroller}>
      <ol className={styles.rows} style={{ height: rows.getTotalSize() }} aria-label="Captions">
        {rows.getVirtualItems().map(({ index, start, key }) => {
          const cue = cues[index];
          if (!cue) return null;
          return (
            <CueRow
              key={key}
              {...{ cue, language, index, actions }}
              findings={byCue.get(cue.id) ?? none}
              isOpen={index === openIndex}
              isNow={index === now}
              isLast={index === cues.length - 1}
              top={start}
              measure={rows.measureElement}
            />
          );
        })}
      </ol>
    </div>
  );
}
