import { ShowhowVideo } from './video.ts';
import { type Spoken, spokenAt } from './voice.ts';

/** The player of the video to which a link leads, where it stands on this page. */
const playerOf = (link: HTMLAnchorElement): ShowhowVideo | null => {
  const player = document.getElementById(link.hash.slice(1))?.querySelector('showhow-video');
  return player instanceof ShowhowVideo ? player : null;
};

/** `<showhow-steps>`: "Watch this step" shows the moment in its video, and leaves a way back beneath it. */
export class ShowhowSteps extends HTMLElement {
  #life: AbortController | null = null;

  connectedCallback(): void {
    this.#life = new AbortController();
    this.addEventListener('click', (event) => this.#follow(event), { signal: this.#life.signal });
  }

  disconnectedCallback(): void {
    this.#life?.abort();
  }

  #follow(event: MouseEvent): void {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-at]') : null;
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const player = playerOf(link);
    if (!player) return;
    event.preventDefault();
    void player.playFrom(Number(link.dataset.at));
    const number = [...this.querySelectorAll('.sh-steps > li')].findIndex((step) => step.contains(link)) + 1;
    offerReturn(player, number, link, spokenAt(this));
  }
}

function offerReturn(player: HTMLElement, step: number, to: HTMLElement, { words, mark }: Spoken): void {
  player.querySelector('.sh-back')?.remove();
  const line = mark(document.createElement('p'));
  const button = document.createElement('button');
  line.className = 'sh-back';
  button.type = 'button';
  button.textContent = words.backToStep(step);
  button.addEventListener('click', () => {
    line.remove();
    to.focus({ preventScroll: true });
    to.scrollIntoView({ block: 'center' });
  });
  line.append(button);
  player.append(line);
}
