import { type RefObject, useEffect, useRef, useState } from 'react';
import { type Colours, drawTimeline, type Material, timelineHeight } from './draw.ts';
import type { Span } from './spans.ts';
import styles from './timeline.module.css';
import type { Scale } from './timeline-scale.ts';

/** A canvas cannot read tokens; the class gives each of them to a property that the browser resolves to a colour. */
function coloursOf(canvas: HTMLCanvasElement): Colours {
  const style = getComputedStyle(canvas);
  return { text: style.color, line: style.borderTopColor, ground: style.caretColor, wave: style.outlineColor };
}

/** Counts up whenever the colours change: the system's choice, or the studio's. */
function useTheme(): number {
  const [theme, setTheme] = useState(0);
  useEffect(() => {
    const changed = () => setTheme((count) => count + 1);
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const observer = new MutationObserver(changed);
    dark.addEventListener('change', changed);
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    return () => {
      dark.removeEventListener('change', changed);
      observer.disconnect();
    };
  }, []);
  return theme;
}

interface Props {
  scale: Scale;
  spans: readonly Span[];
  material: Material & { onArrived: (listener: () => void) => () => void; settle: () => void };
  /** What scrolls; the canvas is as wide as its window and draws what is in it. */
  viewport: RefObject<HTMLDivElement | null>;
}

export function TimelineCanvas({ scale, spans, material, viewport }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useTheme();

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new theme changes what coloursOf reads
  useEffect(() => {
    const element = canvas.current;
    const window = viewport.current;
    const context = element?.getContext('2d');
    if (!element || !window || !context) return;
    const ratio = devicePixelRatio || 1;
    element.width = Math.round(scale.width * ratio);
    element.height = Math.round(timelineHeight * ratio);
    const colours = coloursOf(element);
    let frame = 0;
    const draw = () => {
      frame = 0;
      drawTimeline({ context, scale, scroll: window.scrollLeft, colours, spans, material });
      material.settle();
    };
    const later = () => {
      frame ||= requestAnimationFrame(draw);
    };
    draw();
    // Numbers are drawn again once their typeface has arrived.
    void document.fonts.ready.then(later);
    const stop = material.onArrived(later);
    window.addEventListener('scroll', later, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      stop();
      window.removeEventListener('scroll', later);
    };
  }, [scale, spans, material, theme, viewport]);

  return <canvas ref={canvas} className={styles.canvas} style={{ width: scale.width, height: timelineHeight }} />;
}
