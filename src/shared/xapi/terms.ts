/** Names of the xAPI video profile 1.0.3 and of ADL's vocabulary, as they stand in statements. */
const video = 'https://w3id.org/xapi/video';

const verb = (id: string, english: string) => ({ id, display: { 'en-US': english } });

export const verbs = {
  initialized: verb('http://adlnet.gov/expapi/verbs/initialized', 'initialized'),
  played: verb(`${video}/verbs/played`, 'played'),
  paused: verb(`${video}/verbs/paused`, 'paused'),
  seeked: verb(`${video}/verbs/seeked`, 'seeked'),
  completed: verb('http://adlnet.gov/expapi/verbs/completed', 'completed'),
  answered: verb('http://adlnet.gov/expapi/verbs/answered', 'answered'),
} as const;

export const extensions = {
  sessionId: `${video}/extensions/session-id`,
  length: `${video}/extensions/length`,
  time: `${video}/extensions/time`,
  timeFrom: `${video}/extensions/time-from`,
  timeTo: `${video}/extensions/time-to`,
  progress: `${video}/extensions/progress`,
  playedSegments: `${video}/extensions/played-segments`,
} as const;

export const activityTypes = {
  lesson: 'http://adlnet.gov/expapi/activities/lesson',
  video: `${video}/activity-type/video`,
  interaction: 'http://adlnet.gov/expapi/activities/cmi.interaction',
} as const;

export const videoProfile = { objectType: 'Activity', id: video, definition: { type: 'http://adlnet.gov/expapi/activities/profile' } };

/** Between the members of a list, in responses as in played segments. */
export const separator = '[,]';
