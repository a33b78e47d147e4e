import '../../shared/look/fonts.css';
import '../../shared/look/tokens.css';
import '../player.css';
import { ShowhowChecklist } from './checklist.ts';
import { ShowhowCode } from './code.ts';
import { ShowhowCards } from './flip-cards.ts';
import { ShowhowQuiz } from './quiz/element.ts';
import { ShowhowReflection } from './reflection.ts';
import { ShowhowSteps } from './steps.ts';
import { ShowhowVideo } from './video.ts';

customElements.define('showhow-video', ShowhowVideo);
customElements.define('showhow-quiz', ShowhowQuiz);
customElements.define('showhow-steps', ShowhowSteps);
customElements.define('showhow-cards', ShowhowCards);
customElements.define('showhow-reflection', ShowhowReflection);
customElements.define('showhow-code', ShowhowCode);
customElements.define('showhow-checklist', ShowhowChecklist);
