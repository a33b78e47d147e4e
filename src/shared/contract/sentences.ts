import type { ArchiveTrouble } from '../model/archive-trouble.ts';
import { privacyOpen } from '../model/privacy/words.ts';
import type { XliffTrouble } from '../model/translation/xliff-trouble.ts';
import { type AnyFault, type FaultCode, type FaultData, readFault } from './faults.ts';

const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;

const clockTime = (instant: string): string => new Date(instant).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });

const xliffTroubles: Record<XliffTrouble, string> = {
  'not-xliff': 'it is no XLIFF file. Nothing was changed. Ask the translator for the file in the form in which it was sent.',
  version: 'it is not XLIFF 2. Nothing was changed. Save it as XLIFF 2.0 in the program it comes from.',
  language: 'it does not say into which language it translates, or that is the language of the lesson. Nothing was changed.',
  source: 'it was made from another language than the lesson is written in. Nothing was changed.',
  module:
    'it does not say for which module it is. Nothing was changed. Ask the translator for the file with nothing but its texts changed.',
};

/** What is wrong with an archive that was not opened. */
const archiveTroubles: Record<ArchiveTrouble, string> = {
  outside: 'a file in it would be written outside of its folder',
  link: 'it holds a link in place of a file',
  twice: 'it holds two files of the same name',
  encrypted: 'it is locked with a password',
  method: 'it is packed in a way that is not read here',
  'too-many': 'it holds too many files',
  'too-large': 'what is in it is too large',
  bomb: 'it would fill the disk when it is unpacked',
  lies: 'it holds other files than it says',
  doctype: 'a text in it tries to bring in other text',
};

/** What happened, what is safe, what to do: the only place where a code becomes words. */
const sentences: { [C in FaultCode]: (data: FaultData<C>) => string } = {
  NOT_FOUND: ({ what }) => `This ${what} is not here any more. Go back and choose another one.`,
  INPUT_INVALID: ({ issues }) => issues.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join(' '),
  NOT_ALLOWED: ({ what }) => `You may not ${what}. Ask an administrator for the role you need.`,
  CONFLICT: ({ what }) => `${what} Load the page again and repeat what you did.`,
  UNEXPECTED: ({ reference }) =>
    `Something went wrong that Showhow did not expect. Your work is saved. Try again; if it stays, look for ${reference} in the log.`,
  CANCELLED: () => 'Cancelled. Nothing was changed.',
  UNSAVED: () => 'Your last changes are not on disk yet, so this waits. Keep the page open and try again in a moment.',
  WORKSPACE_IN_USE: ({ path, holder }) =>
    `Another Showhow is using ${path}${holder ? ` (process ${holder.process} on ${holder.computer}, since ${clockTime(holder.since)})` : ''}. Close it, or start this one with another folder (--workspace DIR).`,
  WORKSPACE_UNWRITABLE: ({ path }) =>
    `Showhow cannot write to ${path}. Give yourself write access to it, or choose another folder (--workspace DIR).`,
  DATABASE_NEWER: ({ path }) =>
    `${path} was written by a newer Showhow. Nothing was changed. Install the newer version, or choose another folder (--workspace DIR).`,
  DATABASE_CORRUPT: ({ path }) =>
    `${path} is damaged and was left as it is. Put back a copy of the folder, or choose another one (--workspace DIR). Your takes and media lie untouched beside it.`,
  PORT_IN_USE: ({ port }) => `Another program is using port ${port}. Close it, or choose another one (--port N, 0 takes any).`,
  TAKE_IN_USE: ({ cut }) =>
    `The cut “${cut}” shows a part of this recording, which stays where it is. Take that part out of the cut, or discard the cut, first.`,
  EDIT_ONLY_ONE: () => 'This is the only cut of its recording. Nothing was changed. Discard the recording, and the cut goes with it.',
  DISK_FULL: ({ freeBytes, neededBytes }) =>
    `Only ${megabytes(freeBytes)} are free on this disk and ${megabytes(neededBytes)} are needed. Everything so far is saved. Make room and try again.`,
  FFMPEG_MISSING: () => 'No ffmpeg was found. Install ffmpeg 5 or newer, or name its place in SHOWHOW_FFMPEG, and start again.',
  FFMPEG_FAILED: ({ step, detail }) => `${step} did not work: ${detail}. Your takes are untouched. Try again.`,
  MEDIA_EMPTY: ({ name }) => `${name} is empty (0 bytes). Choose the file again, or export it anew where it comes from.`,
  MEDIA_UNREADABLE: ({ name }) => `${name} cannot be read as a video. Choose an MP4, MOV, WebM or MKV file.`,
  MEDIA_NO_VIDEO: ({ name }) => `${name} has no picture in it. Choose a file with a video.`,
  MEDIA_TRUNCATED: ({ name }) => `${name} breaks off before its end and cannot be opened. Copy it again from where it comes from.`,
  MEDIA_CODEC_UNKNOWN: ({ name, codec }) =>
    `${name} is written in ${codec}, which ffmpeg cannot read here. Export it as MP4 (H.264) and import that.`,
  MEDIA_TYPE_REFUSED: ({ name, allowed }) => `${name} is not of a kind that can be used here. Choose ${allowed}.`,
  MEDIA_TOO_LARGE: ({ name, maxBytes }) => `${name} is larger than ${megabytes(maxBytes)}. Make it smaller and try again.`,
  MEDIA_MISMATCH: () => 'A file arrived different from how it was sent, and was thrown away. Try again.',
  READER_MISSING: () =>
    'The reader of pictures is not installed here, so nothing was searched. Install Showhow again, or the packages of this folder with npm ci.',
  EDIT_OUTSIDE: ({ duration }) =>
    `The edit speaks of a moment after the end of the take (${duration.toFixed(1)} s). Move the end of the clip.`,
  EDIT_UNFINISHED: () => 'This cut is not finished, or was changed since it was. Finish it, then draft the lesson from it.',
  CAPTIONS_UNREADABLE: ({ name }) => `${name} holds no captions that can be read. Choose a WebVTT (.vtt) or SubRip (.srt) file.`,
  CAPTIONS_NO_SPEECH: () => 'Nobody is heard in this take. Its captions were left as they are. Write them by hand, or import a file.',
  CAPTIONS_NO_SCRIPT: () => 'There is no sentence in this script. Paste the text that is read out.',
  ENGINE_MISSING: ({ engine }) =>
    `${engine} is not ready on this computer. Say in the settings where it is, or use the script or a file instead.`,
  ENGINE_FAILED: ({ engine, detail }) =>
    `${engine} could not do it: ${detail}. Your captions are as they were. Look at its place in the settings, and try again.`,
  TAKE_NOT_RECORDING: () => 'This take is not being recorded any more. What was recorded is saved. Start a new take.',
  SEGMENT_OUT_OF_ORDER: () => 'A piece of the recording arrived out of order. Everything before it is saved.',
  JOB_INTERRUPTED: () => 'Showhow was closed while this was running. Nothing is lost. Start it again.',
  KIT_UNREADABLE: ({ name }) => `${name} is no kit file. The kit stays as it is. Ask for the file again, or enter the kit by hand.`,
  TEMPLATE_UNREADABLE: ({ name }) =>
    `${name} is no template that can be used here. Nothing was changed. Ask for the file again; if it stays, it was made by a newer Showhow.`,
  MODULE_STALE: () => 'This module was changed in another window. Load the page again to see the newer text.',
  MODULE_UNFINISHED: ({ findings }) =>
    `Before the module can be handed in: ${[...new Set(findings.map(({ message }) => message))].join(' ')}`,
  PRIVACY_OPEN: ({ videos }) => videos.map(privacyOpen).join(' '),
  ARCHIVE_BROKEN: ({ name }) => `${name} is damaged or breaks off. Nothing was taken from it. Copy it again from where it comes from.`,
  ARCHIVE_REFUSED: ({ name, why }) =>
    `${name} was not opened: ${archiveTroubles[why]}. Nothing was taken from it. Save it anew in the program it was made with.`,
  DOCUMENT_UNREADABLE: ({ name }) =>
    `${name} is no document that Showhow can read. Choose a Markdown file, a Word document (.docx), slides (.pptx), an H5P file or a .showhow file.`,
  DOCUMENT_TOO_DEEP: ({ name }) =>
    `${name} was not opened: lists, quotes or other parts of it stand within each other, hundreds of levels deep. Nothing was taken from it. Save it with fewer levels and try again.`,
  DOCUMENT_TOO_LONG: ({ name }) =>
    `${name} was not opened: it has thousands of lists and quotes, or a paragraph with thousands of marks, and is no lesson as it stands. Nothing was taken from it. Divide it and bring in the part that you want to show.`,
  XLIFF_REFUSED: ({ name, why }) => `${name} was not taken: ${xliffTroubles[why]}`,
  BUNDLE_NEWER: ({ name }) => `${name} was made by a newer Showhow. Nothing was changed. Install the newer version to open it.`,
  BUNDLE_BROKEN: ({ name, part }) => `In ${name} ${part} is damaged. Nothing was changed. Ask for the file once more.`,
  REVIEW_FOREIGN: ({ name, title }) =>
    `${name} brings back what was said about “${title || 'Without a title'}”, which is not in this studio. Nothing was taken from it. Open it in the studio of the module’s author.`,
  NAME_MISSING: () => 'Say who you are first: what you write goes back under your name. Enter it in your profile.',
  MODULE_THERE: ({ title }) =>
    `“${title || 'Without a title'}” is here already. Nothing was changed. Say whether it is to come in as a copy (--as copy) or to replace what is here (--as replace).`,
  HUB_NOT_CONNECTED: () => 'This studio is not connected to a hub yet. Connect it under Publish.',
  HUB_UNREACHABLE: ({ url }) => `The hub at ${url} does not answer. Your work is safe here. Try again when you are online.`,
  HUB_NOT_A_HUB: ({ url }) => `There is no Showhow hub at ${url}. Check the address with the person who runs it.`,
  HUB_INSECURE: ({ url }) => `${url} would send your sign-in in the clear. Use its https address; http is only for a hub on this computer.`,
  HUB_UNSAFE: ({ url }) =>
    `No safe connection to ${url} could be made: what answers there speaks no https, or this computer does not trust its certificate. Nothing was sent. Ask the person who runs the hub for its address.`,
  HUB_FAILED: ({ url, reference }) =>
    `The hub at ${url} had a problem of its own. Your work is safe here. Try again; if it stays, tell the person who runs the hub: ${reference}.`,
  SIGN_IN_REQUIRED: () => 'Sign in to go on.',
  SIGN_IN_EXPIRED: () => 'Your sign-in at the hub has expired. Connect again; your work is safe here.',
  SIGN_IN_WRONG: () => 'E-mail or password is not right. Try again.',
  READER_CHANGED: () =>
    'Someone else is signed in there by now. What was done on this page is kept under nobody’s name but its reader’s. Sign in as before, or load the page again.',
  ACCOUNT_OFF: () => 'This account is switched off. Ask an administrator of the hub.',
  EMAIL_TAKEN: ({ email }) => `There is already an account for ${email}. Sign in with it.`,
  INVITATION_OVER: () => 'This invitation was used already, or its time is over. Ask the person who invited you for a new one.',
  PASSWORD_LINK_OVER: () => 'This link was used already, or its time is over. Ask an administrator of the hub for a new one.',
  SETUP_OVER: () => 'This hub is set up already. Sign in, or ask an administrator for an invitation.',
  SETUP_CODE_WRONG: () => 'This is not the setup code. It was printed where the hub was last started; an older one is not valid any more.',
  DEVICE_CODE_WRONG: () =>
    'This code is not valid, or its time is over. Start connecting again in the studio, and enter the code it shows.',
  TOO_MANY_TRIES: ({ seconds }) => `Too many tries. Wait ${Math.max(1, Math.ceil(seconds / 60))} min and try again.`,
  ORIGIN_REFUSED: ({ url }) => `This was sent from another site and was not accepted. Open ${url} and do it there.`,
  ROLE_MISSING: ({ role }) => `For this you need the role ${role}. Ask an administrator of the hub.`,
  OWN_WORK: () => 'No one approves her own work. Ask a colleague to look at it.',
  NOT_APPROVED: ({ state }) => `Only approved modules can be published; this one is ${state.replace('-', ' ')}.`,
  REVISION_MISMATCH: () => 'What arrived is not what was named. Nothing was changed. Hand the module in again.',
  MEDIA_LACKING: ({ hashes }) => `${hashes.length} files of this module are not at the hub yet. Try again.`,
  SUGGESTION_UNPLACED: () =>
    'Other wording can only be suggested for words in one line. Mark the words it should replace, and leave the suggestion out elsewhere.',
  MUSTS_OPEN: ({ count }) =>
    `${count === 1 ? 'One comment that must be settled is' : `${count} comments that must be settled are`} still open. Settle ${count === 1 ? 'it' : 'them'}, or return the module with reasons.`,
  CHECKLIST_OPEN: ({ items }) => `The checklist is not complete. Still open: ${items.join('; ')}. Tick each with the part that shows it.`,
  APPROVAL_OF_OTHERS: ({ kinds }) =>
    `This version waits for an approval from ${kinds.join(' and ')}. Yours would not count; an administrator says under Policy who speaks for what.`,
  NOT_IN_REVIEW: ({ state }) => `This module is not in review; it is ${state.replace('-', ' ')}. Load the page again.`,
};

export function sentence<C extends FaultCode>(fault: { code: C; data: FaultData<C> }): string {
  return sentences[fault.code](fault.data);
}

/** Words for whatever was thrown, for a page or a terminal. */
export function sentenceOf(error: unknown): string {
  const fault: AnyFault | null = readFault(error);
  if (fault) return sentence(fault);
  return 'Showhow does not answer. What you did before is saved. Check that it is running, and try again.';
}
