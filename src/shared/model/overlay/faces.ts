import * as opentype from 'opentype.js';

/** A step of an outline: to a point, along a line or a curve with one or two handles, or back to where it began. */
export interface Step {
  type: string;
  x?: number;
  y?: number;
  x1?: number;
  y1?: number;
  x2?: number;
  y2?: number;
}

/** What is needed of a font: outlines of letters, and how wide they are. */
export interface Font {
  charToGlyphIndex(letter: string): number;
  getAdvanceWidth(text: string, size: number): number;
  getPath(text: string, x: number, y: number, size: number): { commands: readonly Step[] };
}

/** Each face is a list of files: the first that has a letter draws it. */
export interface Faces {
  /** For what is read: callouts, roles. */
  text: readonly Font[];
  /** For titles and names of people. */
  display: readonly Font[];
}

/** The files of the two faces, as the packages call them: Latin, and the letters of the rest of Europe. */
export const faceFiles = {
  text: ['@fontsource/figtree/files/figtree-latin-600-normal.woff', '@fontsource/figtree/files/figtree-latin-ext-600-normal.woff'],
  display: ['@fontsource/fraunces/files/fraunces-latin-600-normal.woff', '@fontsource/fraunces/files/fraunces-latin-ext-600-normal.woff'],
} as const;

interface Opentype {
  parse(bytes: ArrayBuffer): Font;
}

/** Node hands the package over whole, bundlers hand over its parts. */
const isWhole = (module: object): module is { default: Opentype } => 'default' in module;

export const parseFont = (bytes: ArrayBuffer): Font => {
  const module: object = opentype;
  const { parse } = isWhole(module) ? module.default : (module as Opentype);
  return parse(bytes);
};
