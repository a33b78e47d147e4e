/** Rows of a block that are told apart by an id: steps, cards. */
interface Row {
  id: string;
}

export const changeRow = <R extends Row>(rows: readonly R[], id: string, change: (row: R) => R): R[] =>
  rows.map((row) => (row.id === id ? change(row) : row));

/** Behind the row of an id, or at the end where there is none of it. */
export function addRow<R extends Row>(rows: readonly R[], row: R, behind: string | null): R[] {
  const at = rows.findIndex(({ id }) => id === behind);
  return rows.toSpliced(at < 0 ? rows.length : at + 1, 0, row);
}

/** The last one stays: a block of nothing is no block. */
export const removeRow = <R extends Row>(rows: readonly R[], id: string): R[] =>
  rows.length > 1 ? rows.filter((row) => row.id !== id) : [...rows];

/** One place up or down; at the edge nothing moves. */
export function moveRow<R extends Row>(rows: readonly R[], id: string, by: -1 | 1): R[] {
  const at = rows.findIndex((row) => row.id === id);
  const row = rows[at];
  const to = at + by;
  return row && to >= 0 && to < rows.length ? rows.toSpliced(at, 1).toSpliced(to, 0, row) : [...rows];
}
