import { expect, test } from 'vitest';
import { parseEncoders, parseFilters, parseVersion } from '../../../../src/main/media/capabilities.ts';
import { readFrames, readLoudness, readReason, readTime, weighted } from '../../../../src/main/media/ffmpeg-output.ts';
import { corrected, masteringFor } from '../../../../src/main/media/loudness.ts';
import { readProbe } from '../../../../src/main/media/probe-report.ts';
import { amplified, peakMeter } from '../../../../src/main/media/waveform.ts';

test('the time of a status line is read, and no other line has one', () => {
  expect(readTime('frame=  412 fps= 88 q=28.0 size=     512kB time=00:01:13.73 bitrate= 305.4kbits/s speed=2.93x')).toBe(73.73);
  expect(readTime('frame=    0 fps=0.0 q=0.0 size=       0kB time=N/A bitrate=N/A speed=N/A')).toBeNull();
  expect(readTime('[Parsed_ebur128_0 @ 0x55] Summary:')).toBeNull();
});

test('how many pictures came out stands in the last status line', () => {
  const status = (frames: string, time: string) => `frame=${frames} fps= 88 q=28.0 Lsize=     512kB time=${time} bitrate= 305.4kbits/s`;
  expect(readFrames([status('    0', 'N/A'), 'Stream mapping:', status('  412', '00:00:13.73')])).toBe(412);
  expect(readFrames([status('    0', 'N/A')])).toBe(0);
  expect(readFrames(['[Parsed_ebur128_0 @ 0x55] frame=3 Summary:', ''])).toBeNull();
});

test('parts of a work add up by their weights and never go back', () => {
  const seen: number[] = [];
  const report = weighted([1, 8, 1], (value) => seen.push(value));
  report(0, 1);
  report(1, 0.5);
  report(1, 0.25);
  report(1, 2);
  report(2, 1);
  expect(seen).toEqual([0.1, 0.5, 0.9, 1]);
});

const summary = (integrated: string, peak: string) =>
  `Stream mapping:\n[Parsed_ebur128_0 @ 0x1] Summary:\n\n  Integrated loudness:\n    I:         ${integrated} LUFS\n    Threshold: -33.0 LUFS\n\n  Loudness range:\n    LRA:         2.4 LU\n\n  True peak:\n    Peak:       ${peak} dBFS`.split(
    '\n',
  );

test('the loudness is read from the summary; silence has none', () => {
  expect(readLoudness(summary('-22.9', '-3.2'))).toEqual({ integrated: -22.9, peak: -3.2 });
  expect(readLoudness(summary('-70.0', '-inf'))).toBeNull();
  expect(readLoudness(['nothing'])).toBeNull();
});

test('quiet sound is raised, peaks are limited only where they would pass, noise is left alone', () => {
  expect(masteringFor({ integrated: -26, peak: -20 })).toEqual({ gain: 10, ceiling: null });
  expect(masteringFor({ integrated: -26, peak: -8 })).toEqual({ gain: 10, ceiling: -2 });
  expect(masteringFor({ integrated: -60, peak: -40 })).toBeNull();
  expect(masteringFor(null)).toBeNull();
});

test('a result that missed is made once more, louder or lower', () => {
  expect(corrected({ gain: 10, ceiling: -2 }, { integrated: -16.2, peak: -1.4 })).toBeNull();
  expect(corrected({ gain: 10, ceiling: -2 }, { integrated: -18, peak: -1.4 })).toEqual({ gain: 12, ceiling: -2 });
  expect(corrected({ gain: 10, ceiling: null }, { integrated: -16, peak: -0.5 })?.ceiling).toBeCloseTo(-2.8);
});

test('the reason of a failure is told without the paths of this machine', () => {
  expect(
    readReason(['frame= 1', '[mov @ 0x5] x', 'file:/home/ana/Showhow/takes/1/screen.mp4: No space left on device', 'Conversion failed!']),
  ).toBe('screen.mp4: No space left on device');
  expect(readReason([])).toBe('ffmpeg ended without a word');
});

test('versions, filters and encoders are read from what ffmpeg prints', () => {
  expect(parseVersion('ffmpeg version 5.1.9-0+deb12u1 Copyright (c) 2000-2026')).toEqual({ version: '5.1.9-0+deb12u1', major: 5 });
  expect(parseVersion('ffmpeg version N-47683-g0e8eb07980-static https://x')?.major).toBe(0);
  expect(parseVersion('sh: not found')).toBeNull();
  expect(parseFilters(' ... = none\n TSC overlay           VV->V      Overlay\n ... ebur128           A->N       EBU\n')).toEqual([
    'overlay',
    'ebur128',
  ]);
  expect(parseEncoders(' V..... = Video\n V....D libx264              H.264\n A....D aac                  AAC\n')).toEqual([
    'libx264',
    'aac',
  ]);
});

test('peaks are those of the samples, however the bytes are split', () => {
  const bytes = new Uint8Array(new Int16Array([0, 16_384, -32_768, ...Array.from({ length: 400 }, () => 3277)]).buffer);
  const whole = peakMeter();
  whole.take(bytes);
  const pieces = peakMeter();
  for (let at = 0; at < bytes.length; at += 3) pieces.take(bytes.subarray(at, at + 3));
  expect(whole.result()).toEqual({ perSecond: 50, peaks: [1, 0.1, 0.1] });
  expect(pieces.result()).toEqual(whole.result());
  expect(amplified(whole.result(), 6.02).peaks).toEqual([1, 0.2, 0.2]);
});

test('a turned picture has the size in which it is seen, and a cover is no video', () => {
  const turned = readProbe({
    format: { format_name: 'mov', duration: 5, size: 100 },
    streams: [
      { codec_type: 'video', codec_name: 'mjpeg', width: 300, height: 300, disposition: { attached_pic: 1 } },
      {
        codec_type: 'video',
        codec_name: 'h264',
        width: 1920,
        height: 1080,
        avg_frame_rate: '30000/1001',
        side_data_list: [{ rotation: -90 }],
      },
    ],
  });
  expect(turned.video).toEqual([
    {
      stream: 1,
      codec: 'h264',
      pixelFormat: 'unknown',
      width: 1080,
      interlaced: false,
      hdr: false,
      height: 1920,
      plain: false,
      frameRate: 30000 / 1001,
      duration: 5,
    },
  ]);
});

test('a length that no one can have recorded is not believed', () => {
  expect(readProbe({ format: { duration: 9e9 }, streams: [{ codec_type: 'audio', codec_name: 'aac', duration: 3 }] }).duration).toBe(3);
});
