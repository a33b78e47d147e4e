/** The ground on which the player shows pictures, `--paper` of `tokens.css`, as red, green and blue: what is seen through them. */
export const papers = { light: [251, 249, 244], dark: [21, 18, 15] } as const;
