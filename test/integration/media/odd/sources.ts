import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../../main/media/material.ts';
import {
  aac,
  base,
  broken,
  type Colour,
  cover,
  fragmented,
  late,
  type Make,
  plain,
  song,
  subtitled,
  subtitlesAlone,
  text,
  torn,
  turned,
  twice,
  twoTracks,
  withoutLength,
  written,
  x264,
} from './makers.ts';

/** What becomes of an odd source: a take with these traits, or a refusal. */
export interface Expected {
  /** Seconds of the take; three where nothing is said. */
  duration?: number;
  /** Width and height of what is finished of it; 320 × 180 where nothing is said. */
  size?: [number, number];
  /** Colours of the corners; null where the picture is another. */
  corners?: [Colour, Colour, Colour, Colour] | null;
  /** Whether beeps are heard at the flashes; null where there is no sound, or none of these beeps. */
  inStep?: boolean;
  /** How far a beep may be from its flash. In seconds. */
  within?: number;
  refused?: string;
}

export interface OddSource extends Expected {
  name: string;
  make: Make;
}

/** By what is odd about them. */
export const oddSources: Record<string, OddSource[]> = {
  'other formats and codecs': [
    {
      name: 'hevc 10 bit.mp4',
      make: written('-c:v', 'libx265', '-preset', 'ultrafast', '-x265-params', 'log-level=none', '-pix_fmt', 'yuv420p10le', ...aac),
    },
    { name: 'h264 10 bit.mp4', make: written('-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p10le', ...aac) },
    { name: 'h264 444.mkv', make: written('-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv444p', '-c:a', 'libmp3lame') },
    {
      name: 'vp9.webm',
      make: written('-c:v', 'libvpx-vp9', '-deadline', 'realtime', '-cpu-used', '8', '-pix_fmt', 'yuv420p', '-c:a', 'libopus'),
    },
    { name: 'av1.mp4', make: written('-c:v', 'libsvtav1', '-preset', '12', '-pix_fmt', 'yuv420p', '-c:a', 'libopus') },
    { name: 'prores.mov', make: written('-c:v', 'prores_ks', '-c:a', 'pcm_s24le', '-timecode', '10:00:00:00') },
    { name: 'mpeg2.ts', make: written('-c:v', 'mpeg2video', '-q:v', '3', '-pix_fmt', 'yuv420p', '-c:a', 'ac3') },
    { name: 'mpeg4.avi', make: written('-c:v', 'mpeg4', '-q:v', '3', '-pix_fmt', 'yuv420p', '-c:a', 'libmp3lame') },
    { name: 'wmv2.wmv', within: 0.1, make: written('-c:v', 'wmv2', '-q:v', '3', '-pix_fmt', 'yuv420p', '-c:a', 'wmav1') },
    { name: 'theora.ogv', make: written('-c:v', 'libtheora', '-q:v', '9', '-pix_fmt', 'yuv420p', '-c:a', 'libvorbis') },
    { name: 'lossless.mkv', make: written('-c', 'copy') },
    { name: 'screen.gif', inStep: false, make: written('-r', '10', '-an') },
  ],
  'sizes, turns and colours': [
    { name: 'turned right.mp4', size: [180, 320], corners: ['green', 'white', 'red', 'blue'], make: turned(90) },
    { name: 'upside down.mp4', corners: ['white', 'blue', 'green', 'red'], make: turned(180) },
    { name: 'turned left.mov', size: [180, 320], corners: ['blue', 'red', 'white', 'green'], make: turned(270) },
    {
      name: 'odd.webm',
      size: [320, 180],
      make: written('-vf', 'scale=321:181,setsar=1', '-c:v', 'libvpx', '-deadline', 'realtime', '-pix_fmt', 'yuv420p', '-c:a', 'libopus'),
    },
    {
      name: 'odd 444.mkv',
      size: [322, 178],
      make: written('-vf', 'scale=323:179,setsar=1', '-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv444p', ...aac),
    },
    { name: 'tiny.mp4', size: [16, 10], make: written('-vf', 'scale=16:10,setsar=1', ...plain) },
    { name: 'dot.mkv', size: [2, 2], corners: null, make: written('-vf', 'scale=1:1,setsar=1', '-c:v', 'ffv1', '-an'), inStep: false },
    {
      name: 'huge.mp4',
      duration: 1,
      inStep: false,
      size: [1920, 1080],
      make: written('-vf', 'scale=5120:2880:flags=neighbor', '-t', '1', '-r', '5', ...plain),
    },
    {
      name: 'tall.mp4',
      duration: 1,
      inStep: false,
      size: [344, 1080],
      make: written('-vf', 'scale=640:2000:flags=neighbor,setsar=1', '-t', '1', ...plain),
    },
    {
      name: 'wide pixels.ts',
      make: written('-vf', 'scale=240:180,setsar=4/3', '-c:v', 'mpeg2video', '-q:v', '3', '-pix_fmt', 'yuv420p', '-c:a', 'ac3'),
    },
    { name: 'wide pixels.mp4', make: written('-vf', 'scale=240:180,setsar=4/3', ...plain) },
    {
      name: 'full range.mp4',
      make: written('-vf', 'scale=out_range=pc', '-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuvj420p', ...aac),
    },
    {
      name: 'hdr.mkv',
      corners: null,
      make: written(
        '-c:v',
        'libx265',
        '-preset',
        'ultrafast',
        '-x265-params',
        'log-level=none:colorprim=bt2020:transfer=smpte2084:colormatrix=bt2020nc',
        '-color_primaries',
        'bt2020',
        '-color_trc',
        'smpte2084',
        '-colorspace',
        'bt2020nc',
        '-pix_fmt',
        'yuv420p10le',
        ...aac,
      ),
    },
    {
      name: 'called hdr.mp4',
      corners: null,
      make: written(...plain, '-color_primaries', 'bt2020', '-color_trc', 'arib-std-b67', '-colorspace', 'bt2020nc'),
    },
    {
      name: 'interlaced.mp4',
      make: written('-vf', 'tinterlace=interleave_top,fieldorder=tff', '-r', '15', ...plain, '-flags', '+ildct+ilme', '-x264opts', 'tff=1'),
    },
    {
      name: 'interlaced.ts',
      make: written(
        '-vf',
        'tinterlace=interleave_top,fieldorder=tff',
        '-r',
        '25',
        '-c:v',
        'mpeg2video',
        '-q:v',
        '3',
        '-pix_fmt',
        'yuv420p',
        '-flags',
        '+ildct+ilme',
        '-c:a',
        'mp2',
      ),
    },
  ],
  time: [
    { name: 'uneven.mp4', make: written('-vf', "select='not(mod(n,2))+lt(mod(n,30),6)'", '-vsync', 'vfr', ...plain) },
    { name: 'sixty.mp4', make: written('-r', '60', ...plain) },
    { name: 'film.mp4', make: written('-vf', 'fps=24000/1001', ...plain) },
    { name: 'one key frame.mp4', make: written(...plain, '-g', '9999', '-bf', '3') },
    { name: 'late start.ts', make: written(...plain, '-output_ts_offset', '100') },
    { name: 'late start.mkv', make: written(...plain, '-output_ts_offset', '10') },
    { name: 'before zero.mp4', duration: 2.5, make: written(...plain, '-output_ts_offset', '-0.5', '-avoid_negative_ts', 'disabled') },
    {
      name: 'without length.webm',
      make: withoutLength('-c:v', 'libvpx', '-deadline', 'realtime', '-b:v', '1M', '-pix_fmt', 'yuv420p'),
    },
    { name: 'late sound.mp4', make: late(1) },
    { name: 'late picture.mkv', duration: 3, make: late(0) },
    { name: 'begins anew.ts', duration: 6, make: twice },
    {
      name: 'lagging clock.mp4',
      duration: 6,
      corners: ['red', 'green', 'blue', 'white'],
      inStep: false,
      make: written(...x264, '-vf', "setpts='if(gte(N,45),PTS+3/TB,PTS)'", '-vsync', 'vfr', '-an'),
    },
  ],
  'sounds and other streams': [
    { name: 'mute.mp4', inStep: false, make: written(...x264, '-an') },
    { name: 'mono.mp4', make: written(...plain, '-ac', '1', '-ar', '22050') },
    { name: 'surround.mp4', make: written(...plain, '-ac', '6') },
    { name: 'surround.mkv', make: written(...x264, '-ac', '6', '-c:a', 'libopus') },
    {
      name: 'eight channels.mov',
      make: written(...x264, '-af', 'pan=8c|c0=c0|c1=c0|c2=c0|c3=c0|c4=c0|c5=c0|c6=c0|c7=c0', '-c:a', 'pcm_s24le'),
    },
    { name: 'three channels.mkv', make: written(...x264, '-af', 'pan=3c|c0=c0|c1=c0|c2=c0', '-c:a', 'pcm_s16le') },
    { name: 'two tracks.mkv', make: twoTracks },
    { name: 'cover.mp4', make: cover },
    { name: 'subtitles.mkv', make: subtitled('ass') },
    { name: 'subtitles.mp4', make: subtitled('mov_text') },
    { name: 'sound only.wav', size: [1280, 720], corners: null, inStep: false, make: written('-vn') },
    { name: 'sound only.m4a', size: [1280, 720], corners: null, inStep: false, make: written('-vn', ...aac) },
    { name: 'sound without length.webm', size: [1280, 720], corners: null, inStep: false, make: withoutLength('-vn') },
    { name: 'song with cover.mp3', size: [1280, 720], corners: null, inStep: false, make: song },
  ],
  'broken off, or written in pieces': [
    { name: 'fragments.mp4', make: written(...plain, ...fragmented) },
    {
      name: 'fragments of others.mp4',
      make: written(...plain, '-movflags', '+frag_keyframe+delay_moov', '-frag_duration', '700000', '-g', '15'),
    },
    { name: 'fragments, half.mp4', duration: 1.5, make: broken(0.55, ...plain, ...fragmented) },
    { name: 'fragments, torn.mp4', duration: 2, make: torn },
    { name: 'half.mkv', duration: 1.5, make: broken(0.55, ...plain, '-g', '15') },
    {
      name: 'half.webm',
      duration: 1.5,
      make: broken(0.6, '-c:v', 'libvpx', '-deadline', 'realtime', '-b:v', '1M', '-g', '15', '-pix_fmt', 'yuv420p', '-c:a', 'libopus'),
    },
    { name: 'half with index.mp4', duration: 1.4, make: broken(0.7, ...plain, '-g', '15', '-movflags', '+faststart') },
    { name: 'half.ts', duration: 1.5, make: broken(0.5, '-c:v', 'mpeg2video', '-q:v', '3', '-pix_fmt', 'yuv420p', '-c:a', 'mp2') },
    { name: 'half without index.mp4', refused: 'MEDIA_TRUNCATED', make: broken(0.6, ...plain) },
    { name: 'no bytes.mp4', refused: 'MEDIA_EMPTY', make: (_, file) => writeFile(file, '') },
  ],
  'no media at all': [
    { name: 'text.mp4', refused: 'MEDIA_UNREADABLE', make: text(() => 'This is no video. '.repeat(500)) },
    {
      name: 'picture.mp4',
      refused: 'MEDIA_UNREADABLE',
      make: (folder, file) => run([...base(folder), '-frames:v', '1', '-c:v', 'png', '-f', 'image2', file]),
    },
    {
      name: 'playlist.mp4',
      refused: 'MEDIA_UNREADABLE',
      make: text((folder) => `#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXTINF:4,\n${join(folder, 'secret.mp4')}\n#EXT-X-ENDLIST\n`),
    },
    {
      name: 'list.mkv',
      refused: 'MEDIA_UNREADABLE',
      make: text((folder) => `ffconcat version 1.0\nfile '${join(folder, 'secret.mp4')}'\n`),
    },
    {
      name: 'session.webm',
      refused: 'MEDIA_UNREADABLE',
      make: text(() => 'v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=video 5004 RTP/AVP 96\na=rtpmap:96 H264/90000\n'),
    },
    {
      name: 'manifest.mp4',
      refused: 'MEDIA_UNREADABLE',
      make: text(
        () =>
          '<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static" mediaPresentationDuration="PT3S"><Period><AdaptationSet mimeType="video/mp4"><Representation id="1" bandwidth="1"><BaseURL>secret.mp4</BaseURL></Representation></AdaptationSet></Period></MPD>',
      ),
    },
    { name: 'subtitles alone.mkv', refused: 'MEDIA_UNREADABLE', make: subtitlesAlone },
  ],
};
