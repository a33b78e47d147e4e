import { Ago } from '../../ui/ago.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { facePath } from './face.ts';
import css from './insight.module.css';
import { useInsights } from './use-insights.ts';

/** Who thanked for what, newest first; nothing where nobody has yet. For the home page. */
export function Thanks({ most = 6 }: { most?: number }) {
  const { data } = useInsights();
  const thanks = (data?.thanks ?? []).toSorted((one, other) => other.createdAt.localeCompare(one.createdAt)).slice(0, most);
  if (thanks.length === 0) return null;
  return (
    <section aria-labelledby="thanks">
      <h2 id="thanks" className={css.heading}>
        Thanks
      </h2>
      <ul className={css.people}>
        {thanks.map((thank) => (
          <li key={thank.id} className={css.person}>
            <Avatar name={thank.from.name} photo={facePath(thank.from.photo)} />
            <div className={css.words}>
              <p className={css.who}>
                <strong>{thank.from.name}</strong> thanked you for {thank.moduleTitle} · <Ago at={thank.createdAt} />
              </p>
              {thank.note && <p className={css.said}>{thank.note}</p>}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
