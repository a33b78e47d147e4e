interface Filter {
  b: [number, number, number];
  a: [number, number];
}

/** The two filters of ITU-R BS.1770-4 at 48 kHz: how the head hears, then without the rumble. */
const shelf: Filter = {
  b: [1.53512485958697, -2.69169618940638, 1.19839281085285],
  a: [-1.69065929318241, 0.73248077421585],
};
const highPass: Filter = { b: [1, -2, 1], a: [-1.99004745483398, 0.99007225036621] };

export const loudnessRate = 48_000;

function filtered(samples: Float32Array, { b, a }: Filter): Float32Array {
  const out = new Float32Array(samples.length);
  let [x1, x2, y1, y2] = [0, 0, 0, 0];
  for (let i = 0; i < samples.length; i += 1) {
    const x = samples[i] ?? 0;
    const y = b[0] * x + b[1] * x1 + b[2] * x2 - a[0] * y1 - a[1] * y2;
    [x2, x1, y2, y1] = [x1, x, y1, y];
    out[i] = y;
  }
  return out;
}

/** Loudness in LUFS of a short stretch at 48 kHz, ungated; minus infinity for silence. */
export function loudness(channels: Float32Array[]): number {
  const power = channels.reduce((sum, samples) => {
    const heard = filtered(filtered(samples, shelf), highPass);
    return sum + heard.reduce((total, value) => total + value * value, 0) / Math.max(1, heard.length);
  }, 0);
  return -0.691 + 10 * Math.log10(power);
}
