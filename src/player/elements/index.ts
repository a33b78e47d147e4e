import '../../shared/look/fonts.css';
import '../../shared/look/tokens.css';
import '../player.css';
import { ShowhowQuiz } from './quiz/element.ts';
import { ShowhowVideo } from './video.ts';

customElements.define('showhow-video', ShowhowVideo);
customElements.define('showhow-quiz', ShowhowQuiz);
