import type { Card } from '../edit/list.ts';
import type { Size } from '../scene/canvas.ts';
import type { Faces, Font } from './faces.ts';
import { ember, figure, ink, svg, unitOf, white } from './shapes.ts';
import { outline, wrapped } from './text.ts';

/** A picture that a card shows: where it is read from, and its size in pixels. */
export interface CardPicture extends Size {
  href: string;
}

export interface CardPictures {
  photo: CardPicture | null;
  logo: CardPicture | null;
}

/** The paper of the studio. */
const paper = '#fbf7f0';

/** Relative luminance of #rrggbb as WCAG counts it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const contrast = (one: number, other: number): number => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);

/** Of the two inks the one that is read better on a colour. */
export const inkOn = (colour: string): string =>
  contrast(luminance(ink), luminance(colour)) >= contrast(1, luminance(colour)) ? ink : white;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

const image = ({ href }: CardPicture, x: number, y: number, width: number, height: number, how: string, clip = ''): string =>
  `<image href="${escaped(href)}" x="${figure(x)}" y="${figure(y)}" width="${figure(width)}" height="${figure(height)}" preserveAspectRatio="${how}"${clip}/>`;

interface Lines {
  fonts: readonly Font[];
  lines: readonly string[];
  size: number;
  leading: number;
}

const heightOf = ({ lines, size, leading }: Lines): number => lines.length * size * leading;

const letters = ({ fonts, lines, size, leading }: Lines, x: number, y: number, colour: string, opacity = 1): string => {
  const paths = lines.map((line, index) => outline(fonts, line, x, y + size * (leading * index + (leading - 1) / 2 + 0.8), size));
  return `<path d="${paths.join('')}" fill="${colour}"${opacity < 1 ? ` fill-opacity="${opacity}"` : ''}/>`;
};

/** A title as large as it may be in three lines, and smaller where it is long. */
function titleLines(fonts: readonly Font[], title: string, width: number, unit: number): Lines {
  for (const size of [92, 76, 62]) {
    const lines = wrapped(fonts, title, size * unit, width, 99);
    if (lines.length <= 3) return { fonts, lines, size: size * unit, leading: 1.14 };
  }
  return { fonts, lines: wrapped(fonts, title, 54 * unit, width, 5), size: 54 * unit, leading: 1.16 };
}

/** A card as SVG of the canvas' size: the person before the title, text as outlines. */
export function cardSvg(card: Card, canvas: Size, faces: Faces, pictures: CardPictures): string {
  const unit = unitOf(canvas);
  const colour = card.colour ?? paper;
  const text = inkOn(colour);
  const margin = Math.max(72 * unit, canvas.width * 0.08);
  const width = canvas.width - 2 * margin;
  const face = pictures.photo ? 148 * unit : 0;
  const beside = face ? face + 32 * unit : 0;
  const name: Lines = {
    fonts: faces.display,
    lines: wrapped(faces.display, card.name, 46 * unit, width - beside, 1),
    size: 46 * unit,
    leading: 1.25,
  };
  const role: Lines = {
    fonts: faces.text,
    lines: wrapped(faces.text, card.role, 31 * unit, width - beside, 2),
    size: 31 * unit,
    leading: 1.3,
  };
  const title = titleLines(faces.display, card.title, width, unit);
  const more: Lines = {
    fonts: faces.text,
    lines: wrapped(faces.text, card.line, 37 * unit, Math.min(width, 1240 * unit), 4),
    size: 37 * unit,
    leading: 1.4,
  };

  const personText = heightOf(name) + heightOf(role);
  const person = Math.max(face, personText);
  const afterPerson = person > 0 ? 56 * unit : 0;
  const afterTitle = more.lines.length > 0 && title.lines.length > 0 ? 30 * unit : 0;
  const height = person + afterPerson + heightOf(title) + afterTitle + heightOf(more);
  const logoHeight = pictures.logo ? 76 * unit : 0;
  const top = Math.max(margin / 2, (canvas.height - height) / 2 - logoHeight / 2);
  const titleTop = top + person + afterPerson;

  const parts = [`<rect width="${canvas.width}" height="${canvas.height}" fill="${colour}"/>`];
  if (pictures.photo) {
    const [x, y] = [margin + face / 2, top + person / 2];
    parts.push(
      `<clipPath id="face"><circle cx="${figure(x)}" cy="${figure(y)}" r="${figure(face / 2)}"/></clipPath>`,
      image(pictures.photo, margin, y - face / 2, face, face, 'xMidYMid slice', ' clip-path="url(#face)"'),
    );
  } else if (person === 0 && title.lines.length > 0) {
    parts.push(
      `<rect x="${figure(margin)}" y="${figure(titleTop - 44 * unit)}" width="${figure(72 * unit)}" height="${figure(8 * unit)}" fill="${text === ink ? ember : text}"/>`,
    );
  }
  const nameTop = top + (person - personText) / 2;
  parts.push(
    letters(name, margin + beside, nameTop, text),
    letters(role, margin + beside, nameTop + heightOf(name), text, 0.82),
    letters(title, margin, titleTop, text),
    letters(more, margin, titleTop + heightOf(title) + afterTitle, text, 0.86),
  );
  if (pictures.logo) {
    const wide = Math.min(360 * unit, (pictures.logo.width / pictures.logo.height) * logoHeight);
    parts.push(image(pictures.logo, margin, canvas.height - margin * 0.6 - logoHeight, wide, logoHeight, 'xMinYMax meet'));
  }
  return svg(canvas, parts.join(''));
}
