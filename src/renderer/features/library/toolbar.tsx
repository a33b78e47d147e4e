import { LayoutGrid, List } from 'lucide-react';
import { useNavigate } from 'react-router';
import { LibraryOrder } from '../../../shared/contract/library.ts';
import { Button } from '../../ui/button.tsx';
import { type LibraryView, writeView } from './address.ts';
import { orderNames } from './module-words.ts';
import css from './toolbar.module.css';

const orders = Object.entries(orderNames);

/** How many there are, in which order, and how they are shown. */
export function Toolbar({ view, total }: { view: LibraryView; total: number }) {
  const navigate = useNavigate();
  const { filter, as } = view;
  const searching = filter.words.trim() !== '';
  const order = filter.order === 'best' && !searching ? 'changed' : filter.order;
  const go = (next: LibraryView) => void navigate(writeView(next), { replace: true });
  return (
    <div className={css.toolbar}>
      <p role="status">
        {total.toLocaleString('en')} {total === 1 ? 'module' : 'modules'}
      </p>
      <label className={css.order}>
        Order
        <select
          value={order}
          onChange={({ target: { value } }) => go({ ...view, filter: { ...filter, order: LibraryOrder.catch('best').parse(value) } })}
        >
          {searching && <option value="best">Best match</option>}
          {orders.map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {!searching && (
        <fieldset className={css.ways}>
          <legend className="visually-hidden">Shown as</legend>
          <Button icon={LayoutGrid} variant="plain" aria-pressed={as === 'grid'} onClick={() => go({ ...view, as: 'grid' })}>
            Pictures
          </Button>
          <Button icon={List} variant="plain" aria-pressed={as === 'list'} onClick={() => go({ ...view, as: 'list' })}>
            List
          </Button>
        </fieldset>
      )}
    </div>
  );
}
