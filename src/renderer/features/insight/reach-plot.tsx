import type { ModuleReach } from '../../../shared/contract/relations.ts';
import css from './insight.module.css';
import { fewest, tooFew } from './sentences.ts';

/** How far those came who opened a module: bars over one axis of people, or the reason why there are none. */
export function ReachPlot({ module }: { module: ModuleReach }) {
  if (module.opened === 0 || tooFew(module)) {
    return (
      <p className={css.none}>
        Not enough data yet. How far people came is shown once no figure speaks of fewer than {fewest} of them, so that nobody can be made
        out.
      </p>
    );
  }
  const rows: [string, number | null][] = [
    ['opened it', module.opened],
    ['watched to the end', module.watchedToEnd],
    ['answered right', module.answeredRight],
  ];
  return (
    <table className={css.plot}>
      <caption>
        People, of {module.opened} who opened {module.title}
      </caption>
      <tbody>
        {rows.map(([name, value]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>
              {value === null ? (
                <span className={css.faint}>not enough data yet</span>
              ) : (
                <>
                  <i className={css.bar} style={{ inlineSize: `${(value / module.opened) * 80}%` }} />
                  {value}
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
