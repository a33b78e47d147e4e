import { Command } from 'commander';
import { addCaptions } from './commands/captions.ts';
import { addCheck } from './commands/check.ts';
import { addDraft } from './commands/draft.ts';
import { addExport } from './commands/export.ts';
import { addFinish } from './commands/finish.ts';
import { addHealth } from './commands/health.ts';
import { addHub } from './commands/hub.ts';
import { addImport } from './commands/import.ts';
import { addProbe } from './commands/probe.ts';
import { addPublish } from './commands/publish.ts';
import { addSalvage } from './commands/salvage.ts';
import { addStudio } from './commands/studio.ts';
import { setOut, version } from './core.ts';
import { runProgram } from './output.ts';

setOut(import.meta.url);

const program = new Command('showhow')
  .exitOverride()
  .description('The studio in which the people who do the job best show the others how.')
  .version(version);
addStudio(program);
addHub(program);
addSalvage(program);
addImport(program);
addExport(program);
addProbe(program);
addHealth(program);
addFinish(program);
addCaptions(program);
addDraft(program);
addCheck(program);
addPublish(program);

process.exitCode = await runProgram(program, process.argv);
