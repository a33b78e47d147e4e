import { defaultRangeExtractor, type Range, useWindowVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useCallback, useDeferredValue, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { LibraryCard } from '../../../shared/contract/library.ts';
import { gap, shapeOf, stepOf } from './grid-shape.ts';
import { CardToCome } from './module-card.tsx';
import css from './module-grid.module.css';

interface Props {
  total: number;
  as: 'grid' | 'list';
  card(index: number): LibraryCard | null;
  onVisible(range: { from: number; to: number }): void;
  children(card: LibraryCard, place: Place): ReactNode;
}

export interface Place {
  index: number;
  /** Whether the Tab key stops here: at one card of all. */
  current: boolean;
  /** Tells that the link of a card is there: the arrow keys may have led to it. */
  arrive(index: number, link: HTMLAnchorElement | null): void;
}

/** A card takes longer to draw than its place: who scrolls fast passes places, and cards fill them as soon as there is time. */
function InPlace({ card, as, children }: { card: LibraryCard | null; as: Props['as']; children(card: LibraryCard): ReactNode }) {
  const shown = useDeferredValue(card, null);
  return shown ? children(shown) : <CardToCome as={as} />;
}

function useWidth(): [(node: HTMLElement | null) => void, { width: number; top: number }] {
  const [place, setPlace] = useState({ width: 0, top: 0 });
  const watched = useRef<ResizeObserver | null>(null);
  const hold = useCallback((node: HTMLElement | null) => {
    watched.current?.disconnect();
    if (!node) return;
    const measure = () => setPlace({ width: node.clientWidth, top: node.getBoundingClientRect().top + scrollY });
    watched.current = new ResizeObserver(measure);
    watched.current.observe(node);
    watched.current.observe(document.body);
    measure();
  }, []);
  return [hold, place];
}

/**
 * Any number of cards, of which only those in sight are there. One of them is in the way of the Tab key; from it the
 * arrow keys, Home, End and the page keys lead to all others.
 */
export function ModuleGrid({ total, as, card, onVisible, children }: Props) {
  const [hold, { width, top }] = useWidth();
  const [current, setCurrent] = useState(0);
  const led = useRef(false);
  const { columns, rowHeight } = shapeOf(as, width);
  const rows = Math.ceil(total / columns);
  const kept = Math.min(Math.floor(current / columns), rows - 1);
  const virtual = useWindowVirtualizer({
    count: width > 0 ? rows : 0,
    estimateSize: () => rowHeight,
    overscan: 3,
    scrollMargin: top,
    // The card that has the focus stays, however far away one scrolls.
    rangeExtractor: (range: Range) => [...new Set([...defaultRangeExtractor(range), Math.max(0, kept)])].sort((one, other) => one - other),
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured rows are of the shape before.
  useLayoutEffect(() => virtual.measure(), [rowHeight, virtual]);

  const { startIndex = 0, endIndex = 0 } = virtual.range ?? {};
  useEffect(() => onVisible({ from: startIndex * columns, to: (endIndex + 1) * columns }), [startIndex, endIndex, columns, onVisible]);

  const press = (event: KeyboardEvent) => {
    const page = Math.max(1, endIndex - startIndex);
    const next = stepOf(event.key, { current, total, columns, page });
    // Keys inside a menu or with another key held down are not for the grid.
    if (next === null || event.altKey || event.ctrlKey || event.metaKey || !(event.target instanceof HTMLAnchorElement)) return;
    event.preventDefault();
    led.current = true;
    setCurrent(next);
    virtual.scrollToIndex(Math.floor(next / columns), { align: 'auto' });
  };
  const latest = useRef(current);
  latest.current = current;
  const arrive = useCallback((index: number, link: HTMLAnchorElement | null) => {
    if (!link || index !== latest.current || !led.current) return;
    led.current = false;
    link.focus({ preventScroll: true });
  }, []);

  return (
    <ul
      ref={hold}
      className={css.grid}
      aria-label="Modules"
      style={{ height: virtual.getTotalSize() }}
      onKeyDown={press}
      onFocus={({ target }) => {
        const index = Number(target.closest('li')?.dataset.index);
        if (Number.isInteger(index)) setCurrent(index);
      }}
    >
      {virtual.getVirtualItems().flatMap((row) =>
        Array.from({ length: Math.min(columns, total - row.index * columns) }, (_, column) => {
          const index = row.index * columns + column;
          return (
            <li
              key={index}
              data-index={index}
              aria-setsize={total}
              aria-posinset={index + 1}
              style={{
                height: rowHeight - (as === 'grid' ? gap : 0),
                width: `calc((100% - ${(columns - 1) * gap}px) / ${columns})`,
                transform: `translate(calc(${column * 100}% + ${column * gap}px), ${row.start - top}px)`,
              }}
            >
              <InPlace card={card(index)} as={as}>
                {(shown) => children(shown, { index, current: index === current, arrive })}
              </InPlace>
            </li>
          );
        }),
      )}
    </ul>
  );
}
