#!/usr/bin/env node
// The command `showhow`, from any folder and with whatever Node the machine has.
import { ensureNode } from './lib/ensure-node.mjs';
import { runShowhow } from './lib/launch.mjs';
import { main } from './lib/say.mjs';

await main(async () => runShowhow(await ensureNode(), process.argv.slice(2)));
