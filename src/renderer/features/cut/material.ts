import type { Take, TakePictures } from '../../../shared/model/take.ts';
import {
  bucketLevel,
  bucketRate,
  buckets,
  thumbnailIndex,
  thumbnailInterval,
  thumbnailLevel,
  thumbnails,
} from '../../../shared/model/tiles.ts';
import type { Material, Thumbnail } from './draw.ts';
import { createPageStore } from './page-store.ts';
import { playing } from './tracks.ts';

/** A page of thumbnails is about 1 MB in memory, one of sound 8 KB. */
const mostThumbnailPages = 40;
const mostSoundPages = 96;

export interface TimelineMaterial extends Material {
  setTakes: (takes: ReadonlyMap<string, Take>) => void;
  /** The overview of a take, drawn when it was prepared: stands in until closer pages are here. */
  setPictures: (source: string, pictures: TakePictures) => void;
  onArrived: (listener: () => void) => () => void;
  /** After each drawing. */
  settle: () => void;
  /** Lets go of everything. */
  clear: () => void;
}

interface Overview {
  image: HTMLImageElement;
  layout: NonNullable<TakePictures['sprite']>;
}

const pageOf = (kind: 'thumbnails' | 'sound', source: string, level: number, page: number) =>
  `/pictures/${source}/${kind}/${level}/${page}`;

function fromOverview({ image, layout }: Overview, moment: number): Thumbnail {
  const index = Math.min(Math.floor(moment / layout.interval), layout.columns * layout.rows - 1);
  const { width, height } = layout;
  return { image, x: (index % layout.columns) * width, y: Math.floor(index / layout.columns) * height, width, height };
}

interface Filling {
  /** The buckets that are drawn, counted through the take. */
  first: number;
  last: number;
  /** The bucket at which the page begins. */
  start: number;
  /** Buckets a second. */
  perSecond: number;
  /** Time of the first column. */
  from: number;
  /** Columns a second. */
  rate: number;
}

/** Puts what a page of sound says into the columns that it covers. */
function fill(columns: Float32Array, bytes: Uint8Array, { first, last, start, perSecond, from, rate }: Filling): void {
  for (let index = Math.max(first, start); index < Math.min(last, start + bytes.length); index++) {
    const column = Math.floor(((index + 0.5) / perSecond - from) * rate);
    // A byte is the root of the loudest sample; the drawing wants the sample.
    const peak = ((bytes[index - start] ?? 0) / 255) ** 2;
    if (column >= 0 && column < columns.length && peak > (columns[column] ?? 0)) columns[column] = peak;
  }
}

/** What the timeline is drawn from: overviews at once, closer pages as they come into sight. */
export function createMaterial(): TimelineMaterial {
  const listeners = new Set<() => void>();
  const overviews = new Map<string, Overview>();
  const silent = new Set<string>();
  let takes: ReadonlyMap<string, Take> = new Map();
  const onArrived = () => {
    for (const listener of listeners) listener();
  };
  const pictures = createPageStore<ImageBitmap>({
    read: async (answer) => createImageBitmap(await answer.blob()),
    release: (bitmap) => bitmap.close(),
    most: mostThumbnailPages,
    atATime: 3,
    onArrived,
  });
  const sounds = createPageStore<Uint8Array>({
    read: async (answer) => new Uint8Array(await answer.arrayBuffer()),
    release: () => undefined,
    most: mostSoundPages,
    atATime: 4,
    onArrived,
  });

  return {
    setTakes(next) {
      takes = next;
    },
    setPictures(source, { sprite, sound }) {
      if (!sound) silent.add(source);
      if (!sprite || overviews.has(source)) return;
      const image = new Image();
      image.onload = () => {
        overviews.set(source, { image, layout: sprite });
        onArrived();
      };
      image.src = sprite.url;
    },
    onArrived(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    settle() {
      pictures.settle();
      sounds.settle();
    },
    clear() {
      pictures.clear();
      sounds.clear();
    },
    shape(source) {
      const take = takes.get(source);
      const picture = take && playing(take).picture;
      return picture?.width && picture.height ? picture.width / picture.height : 16 / 9;
    },
    thumbnail(source, moment, every) {
      const overview = overviews.get(source);
      const level = thumbnailLevel(every);
      const interval = thumbnailInterval(level);
      if (overview && interval >= overview.layout.interval) return fromOverview(overview, moment);
      const index = thumbnailIndex(moment, takes.get(source)?.duration ?? Number.POSITIVE_INFINITY, level);
      const row = pictures.get(pageOf('thumbnails', source, level, Math.floor(index / thumbnails.perPage)));
      if (!row) return overview ? fromOverview(overview, moment) : null;
      const x = Math.min((index % thumbnails.perPage) * thumbnails.width, row.width - thumbnails.width);
      return { image: row, x: Math.max(0, x), y: 0, width: Math.min(thumbnails.width, row.width), height: row.height };
    },
    peaks(source, from, to, count) {
      if (silent.has(source) || !takes.has(source)) return null;
      const rate = count / Math.max(to - from, 1e-6);
      const level = bucketLevel(rate);
      const result = new Float32Array(count);
      const perSecond = bucketRate(level);
      const first = Math.max(0, Math.floor(from * perSecond));
      const last = Math.max(first, Math.ceil(to * perSecond));
      for (let page = Math.floor(first / buckets.perPage); page <= Math.floor(last / buckets.perPage); page++) {
        const bytes = sounds.get(pageOf('sound', source, level, page));
        if (bytes) fill(result, bytes, { first, last, start: page * buckets.perPage, perSecond, from, rate });
      }
      return result;
    },
  };
}
