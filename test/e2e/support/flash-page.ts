import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export const flashTitle = 'Flash and beep';

/**
 * Each second the page turns white for a fifth of a second while a tone of 1 kHz is heard: by when the browser says that
 * it leaves the machine, a few hundredths of a second after it was made. On a busy machine the white is painted late:
 * `lateness` keeps, for each flash, the seconds from its tone to the frame after the one that shows it.
 */
const html = `<!doctype html><html lang="en"><title>${flashTitle}</title>
<style>body { margin: 0; background: #000; color: #777; font: 40px sans-serif }</style><body><p>0</p><script>
const context = new AudioContext();
window.lateness = [];
const heard = () => {
  const { contextTime, performanceTime } = context.getOutputTimestamp();
  return contextTime + (performance.now() - performanceTime) / 1000;
};
const show = (color) => { document.body.style.background = color; };
setInterval(() => {
  const at = context.currentTime + 0.3;
  const tone = new OscillatorNode(context, { frequency: 1000 });
  tone.connect(new GainNode(context, { gain: 0.8 })).connect(context.destination);
  tone.start(at);
  tone.stop(at + 0.1);
  const wait = () => {
    if (at - heard() > 0.008) return requestAnimationFrame(wait);
    show('#fff');
    requestAnimationFrame(() => window.lateness.push(heard() - at));
    setTimeout(show, 200, '#000');
  };
  wait();
}, 1000);
const count = () => { document.querySelector('p').textContent = String(Math.round(performance.now())); requestAnimationFrame(count); };
count();
</script>`;

/** Serves a page whose picture and sound say whether a recording keeps them together. */
export async function serveFlashPage(): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((_request, response) => response.setHeader('Content-Type', 'text/html').end(html)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
