import type { Point } from '../../../shared/model/quiz/answer.ts';
import { regionAt } from '../../../shared/model/quiz/kinds/hotspot.ts';
import type { HotspotQuiz, Region } from '../../../shared/model/quiz/model.ts';
import { spokenAt } from '../voice.ts';
import { type Asked, type Desk, markPart, partIn } from './asked.ts';
import { crossHair } from './cross-hair.ts';

/** Two points nearer to each other than this, as shares of the picture, are one: the second takes the first away. */
const near = 0.03;

const middleOf = ({ x, y, width, height }: Region): Point => ({ x: x + width / 2, y: y + height / 2 });
const areNear = (one: Point, other: Point): boolean => Math.hypot(one.x - other.x, one.y - other.y) < near;

function place(element: HTMLElement, { x, y }: Point): HTMLElement {
  element.style.left = `${x * 100}%`;
  element.style.top = `${y * 100}%`;
  return element;
}

/**
 * A picture to point at. The places by name are the form's own radios or boxes, so both ways answer the same;
 * a point that hits no place is kept beside them.
 */
export function askHotspot({ regions }: HotspotQuiz, { form, signal, changed }: Desk): Asked {
  const inputs = [...form.querySelectorAll<HTMLInputElement>('.sh-places input')];
  const { words } = spokenAt(form);
  const aim = form.querySelector<HTMLButtonElement>('.sh-aim');
  const line = form.querySelector('.sh-pointed');
  const isOne = inputs[0]?.type === 'radio';
  let misses: Point[] = [];
  /** Where a place was hit; one that was chosen from the list is marked in its middle. */
  const hits = new Map<string, Point>();
  const chosen = () => inputs.filter((input) => input.checked).map(({ value }) => value);

  const draw = () => {
    for (const spot of form.querySelectorAll('.sh-spot')) spot.remove();
    const spot = (point: Point, part: string) => {
      const element = place(document.createElement('span'), point);
      element.className = 'sh-spot';
      element.dataset.spot = part;
      aim?.before(element);
    };
    for (const region of regions) if (chosen().includes(region.id)) spot(hits.get(region.id) ?? middleOf(region), region.id);
    for (const point of misses) spot(point, '');
  };
  const tell = (text: string) => line?.replaceChildren(text);

  const point = (at: Point) => {
    const region = regionAt(regions, at);
    const input = region && inputs.find(({ value }) => value === region.id);
    const near = misses.find((miss) => areNear(miss, at));
    if (isOne) {
      misses = [];
      form.reset();
    }
    if (region && input) {
      const taken = !isOne && input.checked;
      input.checked = !taken;
      hits.set(region.id, at);
      tell(taken ? words.pointTaken : words.pointed(region.label));
    } else {
      misses = near ? misses.filter((miss) => miss !== near) : [...misses, at].slice(-12);
      tell(near ? words.pointTaken : words.pointedBeside);
    }
    draw();
    changed();
  };
  if (aim) {
    aim.hidden = false;
    crossHair(aim, point, signal);
  }
  form.addEventListener(
    'change',
    ({ target }) => {
      if (isOne) misses = [];
      if (target instanceof HTMLInputElement) hits.delete(target.value);
      tell('');
      draw();
    },
    { signal },
  );

  const outline = (region: Region) => {
    const element = place(document.createElement('span'), region);
    element.className = 'sh-region';
    element.style.width = `${region.width * 100}%`;
    element.style.height = `${region.height * 100}%`;
    aim?.before(element);
  };
  const clear = () => {
    for (const one of form.querySelectorAll('.sh-region')) one.remove();
    for (const one of form.querySelectorAll('.sh-spot')) one.removeAttribute('data-verdict');
  };
  return {
    read: () => ({ kind: 'hotspot', chosen: chosen(), misses }),
    mark({ parts, correct }) {
      const isRight = (id: string) => parts.find((part) => part.id === id)?.right ?? false;
      for (const id of chosen()) markPart(partIn(form, id), isRight(id), true);
      for (const spot of form.querySelectorAll<HTMLElement>('.sh-spot')) {
        spot.setAttribute('data-verdict', spot.dataset.spot && isRight(spot.dataset.spot) ? 'right' : 'wrong');
      }
      // What was said of the places chosen is to be seen, however they were chosen.
      if (form.querySelector('.sh-places .sh-feedback:not([hidden])')) form.querySelector('.sh-places')?.setAttribute('open', '');
      if (correct) for (const region of regions) if (region.correct) outline(region);
    },
    clear,
    reset() {
      form.reset();
      misses = [];
      hits.clear();
      tell('');
      draw();
    },
    first: () => aim ?? inputs[0] ?? null,
  };
}
