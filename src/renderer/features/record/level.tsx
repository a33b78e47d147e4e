import { useEffect, useRef } from 'react';
import css from './record.module.css';

/** How loud the microphone is right now, as a bar. What counts is the check, which listens to the recording. */
export function Level({ track }: { track: MediaStreamTrack | undefined }) {
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!track) return;
    const context = new AudioContext();
    const analyser = new AnalyserNode(context, { fftSize: 1024 });
    const source = new MediaStreamAudioSourceNode(context, { mediaStream: new MediaStream([track]) });
    source.connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    const timer = setInterval(() => {
      analyser.getFloatTimeDomainData(samples);
      const peak = samples.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
      // -60 dB is an empty bar, 0 dB a full one.
      const share = Math.max(0, Math.min(1, 1 + Math.log10(Math.max(peak, 1e-3)) / 3));
      bar.current?.style.setProperty('--level', share.toFixed(2));
    }, 80);
    return () => {
      clearInterval(timer);
      source.disconnect();
      context.close().catch(() => undefined);
    };
  }, [track]);
  if (!track) return null;
  return (
    <div className={css.level} ref={bar} aria-hidden="true">
      <i />
    </div>
  );
}
