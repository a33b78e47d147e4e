import { shorterSide } from '../../shared/model/video-sizes.ts';
import { exchangeFile } from './exchange-file.ts';
import { type PlayableSize, readWish, type Screen, type SizeWish, sizeFor, sizeName } from './size-choice.ts';
import { withStorage } from './storage.ts';
import { type Spoken, spokenAt } from './voice.ts';

const key = 'showhow:size';

/** What browsers tell of a connection, where they do. */
interface Connection {
  saveData?: boolean;
  effectiveType?: string;
}

function isSlow(): boolean {
  const { connection } = navigator as Navigator & { connection?: Connection };
  return connection?.saveData === true || /^(slow-2g|2g|3g)$/.test(connection?.effectiveType ?? '');
}

/** How large a video is shown: its box may be wider or higher than its picture. */
function screenOf(video: HTMLVideoElement, { width, height }: PlayableSize): Screen {
  const { clientWidth, clientHeight } = video;
  const fullHeight = clientHeight > 0 ? (clientHeight * width) / height : clientWidth;
  return { pixels: Math.min(clientWidth, fullHeight) * devicePixelRatio, slow: isSlow() };
}

/** A choice among the sizes of a video. */
export interface SizeChoice {
  /** What stands beside the video, for the learner. */
  control: HTMLElement;
  /** While one file takes the place of another, what the video reports is nobody's doing. */
  isChanging(): boolean;
}

/** The files of a video, the largest first; none where there is only one. The page was written by the same program. */
const sizesOf = ({ dataset }: HTMLElement): PlayableSize[] => JSON.parse(dataset.sizes ?? '[]') as PlayableSize[];

function selectOf(sizes: readonly PlayableSize[], { words, mark }: Spoken): { control: HTMLElement; select: HTMLSelectElement } {
  const control = mark(document.createElement('label'));
  const select = document.createElement('select');
  control.className = 'sh-size';
  select.append(new Option(words.automatic, 'automatic'), ...sizes.map((size) => new Option(sizeName(size), String(shorterSide(size)))));
  control.append(words.quality, ' ', select);
  return { control, select };
}

/**
 * Plays a video in the size that fits, or in the one that the learner chose here last. Null where it has one size only.
 * By itself it goes to a larger one where the picture grows, and to a smaller one only before anything was played.
 */
export function chooseSize(host: HTMLElement, video: HTMLVideoElement, signal: AbortSignal): SizeChoice | null {
  const sizes = sizesOf(host);
  const [whole] = sizes;
  if (!whole) return null;
  const spoken = spokenAt(host);
  const { control, select } = selectOf(sizes, spoken);
  const exchange = exchangeFile(host, video, signal);
  let wish: SizeWish = readWish(withStorage((storage) => storage.getItem(key)));
  let current = sizes.find(({ src }) => src === video.getAttribute('src')) ?? whole;

  const show = () => {
    const [automatic] = select.options;
    const name = `${spoken.words.automatic} (${sizeName(current)})`;
    if (automatic) automatic.text = wish === 'automatic' ? name : spoken.words.automatic;
  };
  const play = (size: PlayableSize) => {
    if (size !== current) exchange.play(size.src);
    current = size;
    show();
  };
  let there = sizes;
  const best = () => sizeFor(there, wish, screenOf(video, whole)) ?? whole;

  // Sizes are rounded to whole pixels: what stands beneath does not move when they change.
  video.style.aspectRatio = `${whole.width} / ${whole.height}`;
  play(best());
  select.value = wish === 'automatic' ? wish : String(shorterSide(current));
  select.addEventListener(
    'change',
    () => {
      wish = readWish(select.value);
      withStorage((storage) => storage.setItem(key, String(wish)));
      play(best());
    },
    { signal },
  );
  // A smaller file that cannot be had, as in a copy that lacks it, is no reason to show nothing, and is not asked for again.
  video.addEventListener(
    'error',
    () => {
      there = there.filter((size) => size === whole || size !== current);
      play(whole);
    },
    { signal },
  );
  const observer = new ResizeObserver(() => {
    const size = best();
    if (wish === 'automatic' && (size.width > current.width || video.played.length === 0)) play(size);
  });
  observer.observe(video);
  signal.addEventListener('abort', () => {
    observer.disconnect();
    control.remove();
  });
  return { control, isChanging: exchange.isChanging };
}
