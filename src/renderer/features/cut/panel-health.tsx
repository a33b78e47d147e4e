import { useNavigate } from 'react-router';
import type { EditList } from '../../../shared/model/edit/list.ts';
import { toOutput } from '../../../shared/model/edit/time.ts';
import { mended } from '../../../shared/model/health/mend.ts';
import { mendWords } from '../../../shared/model/health/words.ts';
import type { Redoes, Take } from '../../../shared/model/take.ts';
import { HealthReport } from '../health/health-report.tsx';
import { redoAddress } from '../record/redo.ts';
import type { Bench } from './bench.ts';
import styles from './panels.module.css';
import { StepsAgain } from './steps-again.tsx';

/** Where a moment of a take is seen; one that was cut out leads to what is seen after it. */
function outputNear(list: EditList, source: string, time: number): number | null {
  const exact = toOutput(list, source, time);
  if (exact !== null) return exact;
  const after = list.clips.filter((clip) => clip.source === source && clip.from >= time).sort((a, b) => a.from - b.from)[0];
  return after ? toOutput(list, source, after.from) : null;
}

/** How the takes of the cut turned out, what can be done about it, and their steps to be recorded again. */
export function PanelHealth({ bench: { take, takes, list, editing, player, edit } }: { bench: Bench }) {
  const navigate = useNavigate();
  const change = (next: EditList, label: string) => editing.dispatch({ type: 'change', state: { ...editing.cut, list: next }, label });
  const redo = async (step: Redoes) => {
    // What stands in the way of saving is said on top of the room.
    if (await editing.flush()) await navigate(redoAddress(edit.id, step));
  };
  const seen = [...new Set([take.id, ...list.clips.map(({ source }) => source)])];
  const known = seen.flatMap((id): Take[] => {
    const one = id === take.id ? take : takes.get(id);
    return one ? [one] : [];
  });
  return (
    <div className={styles.form}>
      {known.map((one) => (
        <section key={one.id} className={styles.health} aria-label={one.title}>
          {known.length > 1 && <h2 className={styles.sum}>{one.title}</h2>}
          <HealthReport
            take={one.id}
            edit={list}
            onSeek={(time) => {
              const moment = outputNear(list, one.id, time);
              player.pause();
              if (moment !== null) player.seek(moment);
            }}
            onMend={(mend) => {
              if (mend.do === 'redo') void redo({ take: one.id, from: mend.from, to: mend.to });
              else
                change(
                  mended(list, one.id, mend, () => crypto.randomUUID()),
                  mendWords(mend).toLowerCase(),
                );
            }}
          />
        </section>
      ))}
      <StepsAgain take={take} takes={takes} list={list} onRedo={redo} onSwap={change} />
    </div>
  );
}
