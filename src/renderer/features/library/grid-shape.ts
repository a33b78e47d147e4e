/** Between two cards, in pixels. */
export const gap = 24;

const narrowest = 250;
/** Beneath the poster: a name, a title of two lines, and where it stands. */
const wordsHeight = 148;
const listRow = 72;

interface Shape {
  columns: number;
  /** With the gap beneath. */
  rowHeight: number;
}

/** How many cards stand beside each other in a width, and how high a row of them is: known before any of them is there. */
export function shapeOf(as: 'grid' | 'list', width: number): Shape {
  if (as === 'list') return { columns: 1, rowHeight: listRow };
  const columns = Math.max(1, Math.floor((width + gap) / (narrowest + gap)));
  const card = (width - (columns - 1) * gap) / columns;
  return { columns, rowHeight: Math.round((card * 9) / 16) + wordsHeight + gap };
}

interface Standing {
  current: number;
  total: number;
  columns: number;
  /** Rows in sight. */
  page: number;
}

/** Where a key leads from the card one is at; null where it leads nowhere. */
export function stepOf(key: string, { current, total, columns, page }: Standing): number | null {
  const steps: Record<string, number> = {
    ArrowRight: current + 1,
    ArrowLeft: current - 1,
    ArrowDown: current + columns,
    ArrowUp: current - columns,
    PageDown: Math.min(current + page * columns, total - 1),
    PageUp: Math.max(current - page * columns, 0),
    Home: 0,
    End: total - 1,
  };
  const next = steps[key];
  if (next === undefined) return null;
  // Downwards from the last row but one there may be no card right beneath: the last one is meant.
  const last = key === 'ArrowDown' && next >= total && Math.floor(current / columns) < Math.floor((total - 1) / columns);
  if (last) return total - 1;
  return next >= 0 && next < total && next !== current ? next : null;
}
