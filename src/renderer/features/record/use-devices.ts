import { useEffect, useState } from 'react';
import { type Device, devicesOf } from './sources.ts';
import type { SourceName } from './words.ts';

/** The devices a source can be, listed anew when one is plugged in or pulled out. A screen has none: its picker opens instead. */
export function useDevices(name: SourceName, state: string): Device[] {
  const [devices, setDevices] = useState<Device[]>([]);
  useEffect(() => {
    if (name === 'screen') return;
    const list = () =>
      devicesOf(name === 'camera' ? 'videoinput' : 'audioinput')
        .then(setDevices)
        .catch(() => setDevices([]));
    // Devices have names only once one of them was allowed, so they are listed again when the source changes.
    if (state !== 'asking') list();
    navigator.mediaDevices.addEventListener('devicechange', list);
    return () => navigator.mediaDevices.removeEventListener('devicechange', list);
  }, [name, state]);
  return devices;
}
