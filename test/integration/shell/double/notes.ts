/** What the program did to the double, in order, for the test to read. */
export const notes: { what: string; with: unknown }[] = [];

export const note = (what: string, detail: unknown = null): void => {
  notes.push({ what, with: detail });
};
