import './hub.css';
import './back.ts';
import './local-times.ts';
import './setup-code.ts';
import './swap.ts';
import './recorder.ts';
import './review/index.ts';
import './drafts.ts';
