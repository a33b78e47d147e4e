import { readFileSync } from 'node:fs';

/**
 * The preload script in a world of its own, as Electron runs it: it shares the document with the page, and nothing else.
 * What it exposes reaches the page as calls by name; functions given by the page come back as calls by number.
 */
export const preloadSource = (file: string): string => `(() => {
  const listeners = new Map();
  const ipcRenderer = {
    on: (channel, listener) => { listeners.set(channel, [...(listeners.get(channel) ?? []), listener]); return ipcRenderer; },
    off: (channel, listener) => { listeners.set(channel, (listeners.get(channel) ?? []).filter((one) => one !== listener)); return ipcRenderer; },
    send: (channel, message) => void toMain(JSON.stringify({ kind: 'send', channel, message })),
    invoke: (channel, message) => toMain(JSON.stringify({ kind: 'invoke', channel, message })),
  };
  globalThis.deliver = (channel, message) => { for (const one of listeners.get(channel) ?? []) one({}, message); };
  const exposed = {};
  const contextBridge = { exposeInMainWorld: (name, api) => { exposed.name = name; exposed.api = api; } };
  const stops = new Map();
  document.addEventListener('to-preload', async (event) => {
    const { id, method, args } = JSON.parse(event.detail);
    const given = args.map((arg) => arg && arg.callback !== undefined
      ? (value) => document.dispatchEvent(new CustomEvent('to-page', { detail: JSON.stringify({ callback: arg.callback, value }) }))
      : arg);
    if (method === 'stop') return stops.get(args[0])?.();
    const result = await exposed.api[method](...given);
    if (typeof result === 'function') stops.set(id, result);
    document.dispatchEvent(new CustomEvent('to-page', { detail: JSON.stringify({ id, value: typeof result === 'function' ? null : result }) }));
  });
  const require = (name) => { if (name !== 'electron') throw new Error('A sandboxed preload cannot require ' + name); return { contextBridge, ipcRenderer }; };
  ((require, module, exports) => {${readFileSync(file, 'utf8')}\n})(require, { exports: {} }, {});
  globalThis.exposedNames = () => JSON.stringify({ name: exposed.name, methods: Object.keys(exposed.api) });
})();`;

/** The page's side of the bridge. */
export const pageSource = (name: string, methods: string[]): string => `(() => {
  let last = 0;
  const callbacks = new Map();
  const waiting = new Map();
  document.addEventListener('to-page', (event) => {
    const { id, callback, value } = JSON.parse(event.detail);
    if (callback !== undefined) callbacks.get(callback)?.(value);
    else { waiting.get(id)?.(value); waiting.delete(id); }
  });
  const call = (method, args) => {
    const id = ++last;
    const given = args.map((arg) => { if (typeof arg !== 'function') return arg; callbacks.set(++last, arg); return { callback: last }; });
    const answer = new Promise((done) => waiting.set(id, done));
    document.dispatchEvent(new CustomEvent('to-preload', { detail: JSON.stringify({ id, method, args: given }) }));
    return method.startsWith('on') ? () => document.dispatchEvent(new CustomEvent('to-preload', { detail: JSON.stringify({ id: 0, method: 'stop', args: [id] }) })) : answer;
  };
  Object.defineProperty(window, ${JSON.stringify(name)}, { value: Object.fromEntries(${JSON.stringify(methods)}.map((method) => [method, (...args) => call(method, args)])) });
  navigator.mediaDevices.getDisplayMedia = async (wanted) => {
    const streams = await window.displayMediaOfTheDouble(Boolean(wanted?.audio));
    if (!streams) throw new DOMException('Permission denied', 'NotAllowedError');
    return streams;
  };
})();`;
