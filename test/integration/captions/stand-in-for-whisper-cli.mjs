#!/usr/bin/env node
// Stands in for whisper.cpp's `whisper-cli`: no model can be had where the tests run. It takes the same options, says the
// same of its progress and writes the same JSON; what it "hears" is written in the file that it is given as its model.
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as rest } from 'node:timers/promises';

const help = 'usage: whisper-cli [options]\n  -pp, --print-progress\n  -ojf, --output-json-full\n';
const options = process.argv.slice(2);
const value = (name) => options[options.indexOf(name) + 1];

if (options.includes('--help')) {
  process.stderr.write(help);
} else {
  const { text, fails, slow } = JSON.parse(readFileSync(value('--model'), 'utf8').slice(4));
  if (fails) {
    process.stderr.write(`error: ${fails}\n`);
    process.exit(3);
  }
  const seconds = (statSync(value('--file')).size - 44) / 32_000;
  for (const share of [0, 25, 50, 75, 100]) {
    process.stderr.write(`whisper_print_progress_callback: progress = ${String(share).padStart(3)}%\n`);
    await rest(slow ? 60_000 : 5);
  }
  const words = text.split(' ');
  const at = (index) => Math.round((1000 * seconds * index) / words.length);
  const offsets = (from, to) => ({ from: at(from), to: at(to) });
  // A long word is two tokens, and a full stop is one of its own.
  const tokens = words.flatMap((word, index) => {
    const [, letters, mark] = /^(.*?)(\W*)$/u.exec(word);
    const parts = letters.length > 6 ? [letters.slice(0, 4), letters.slice(4)] : [letters];
    const marks = mark ? [{ text: mark, offsets: offsets(index + 1, index + 1) }] : [];
    return [...parts.map((part, place) => ({ text: place === 0 ? ` ${part}` : part, offsets: offsets(index, index + 1) })), ...marks];
  });
  const begin = { text: '[_BEG_]', offsets: { from: 0, to: 0 } };
  const transcription = [{ offsets: offsets(0, words.length), text: ` ${text}`, tokens: [begin, ...tokens] }];
  writeFileSync(
    `${value('--output-file')}.json`,
    JSON.stringify({ result: { language: 'en' }, params: { language: value('--language') }, transcription }),
  );
}
