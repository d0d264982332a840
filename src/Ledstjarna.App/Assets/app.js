// What script adds to pages that work without it. Each part finds its own attribute; see docs/decisions/0005-pages-without-script.md.
import { addCounter } from './counter.js';
import { warnBeforeLeaving } from './dirty.js';
import { clearDrafts, keepDraft } from './draft.js';
import { makeGrid } from './grid.js';
import { turnPictures } from './pictures.js';
import { addToolbar } from './toolbar.js';
import { sendTouchedRows } from './touched.js';
import { answerAsItMoves } from './trylevel.js';

const each = (selector, start) => document.querySelectorAll(selector).forEach(start);

clearDrafts();
each('textarea[data-markdown]', addCounter);
each('textarea[data-markdown]', addToolbar);
each('table[data-grid]', makeGrid);
each('form[data-draft]', keepDraft);
each('form[data-dirty]', warnBeforeLeaving);
each('form[data-touched]', sendTouchedRows);
each('form[data-try]', answerAsItMoves);
each('[data-pictures]', turnPictures);
