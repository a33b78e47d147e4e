/** Length is what counts; there are no rules about signs. */
export const shortestPassword = 10;
export const longestPassword = 128;
