const colours = (matrix: string, primaries: string): string[] => [
  ...['-colorspace', matrix, '-color_primaries', primaries],
  ...['-color_trc', matrix === 'smpte170m' ? matrix : 'bt709', '-color_range', 'tv'],
];

/**
 * Pure: the colours a browser reads a picture in, as options for a smaller one that is to be read alike. Where the file does not say
 * (`matrix`: see `Probe`), it goes by the height, which a small copy has not.
 */
export function coloursOf(matrix: string | undefined, { height = 1080 }: { height?: number | undefined }): string[] {
  if (matrix?.startsWith('bt2020')) return colours('bt2020nc', 'bt2020');
  const isStandard = matrix === undefined ? height < 720 : matrix !== 'bt709';
  return isStandard ? colours('smpte170m', 'smpte170m') : colours('bt709', 'bt709');
}
