import type { Faces, Font, Step } from './faces.ts';
import { figure } from './shapes.ts';

/** A run of letters that one font draws. */
interface Piece {
  font: Font;
  text: string;
}

const fontFor = (fonts: readonly Font[], letter: string): Font | undefined => fonts.find((font) => font.charToGlyphIndex(letter) > 0);

/** A letter that no font has is drawn as the first font's empty box, so that nobody takes it for left out. */
function pieces(fonts: readonly Font[], text: string): Piece[] {
  const result: Piece[] = [];
  for (const letter of text.normalize('NFC')) {
    const last = result.at(-1);
    const font = (letter === ' ' ? last?.font : undefined) ?? fontFor(fonts, letter) ?? fonts[0];
    if (!font) return [];
    if (last?.font === font) last.text += letter;
    else result.push({ font, text: letter });
  }
  return result;
}

export const widthOf = (fonts: readonly Font[], text: string, size: number): number =>
  pieces(fonts, text).reduce((sum, piece) => sum + piece.font.getAdvanceWidth(piece.text, size), 0);

/** Written here: the package's own way makes tiny figures into no figures at all. */
const drawn = ({ type, x1, y1, x2, y2, x, y }: Step): string =>
  `${type}${[x1, y1, x2, y2, x, y].flatMap((value) => (value === undefined ? [] : [figure(value)])).join(' ')}`;

/** The outlines of a line of text as path data; `y` is the line on which the letters stand. */
export function outline(fonts: readonly Font[], text: string, x: number, y: number, size: number): string {
  let at = x;
  return pieces(fonts, text)
    .map(({ font, text: part }) => {
      const path = font.getPath(part, at, y, size).commands.map(drawn).join('');
      at += font.getAdvanceWidth(part, size);
      return path;
    })
    .join('');
}

/** The letters that neither face can draw, each once. */
export function missingLetters({ text, display }: Faces, written: string): string[] {
  const letters = [...new Set(written.normalize('NFC'))].filter((letter) => letter.trim() !== '');
  return letters.filter((letter) => !fontFor(text, letter) || !fontFor(display, letter));
}

/** A text in lines no wider than `width`. A word that is wider is divided; what does not fit into `most` lines ends in dots. */
export function wrapped(fonts: readonly Font[], text: string, size: number, width: number, most: number): string[] {
  const fits = (line: string): boolean => widthOf(fonts, line, size) <= width;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line ? `${line} ${word}` : word;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line) lines.push(line);
    line = '';
    for (const letter of word) {
      if (line && !fits(line + letter)) {
        lines.push(line);
        line = '';
      }
      line += letter;
    }
  }
  if (line) lines.push(line);
  if (lines.length <= most) return lines;
  let last = lines[most - 1] ?? '';
  while (last && !fits(`${last}…`)) last = last.slice(0, -1);
  return [...lines.slice(0, most - 1), `${last.trimEnd()}…`];
}
