import { button, element, later, tellChanged } from './dom.js';
import { read, remove, removeOld, write } from './drafts.js';
import { differ, fill, initialValuesOf, valuesOf } from './fields.js';

const waiting = new Map();

/** Removes what was saved, what is old, and what someone asks to have removed. */
export function clearDrafts() {
  removeOld();
  document.querySelectorAll('meta[name=ledstjarna-sparat]').forEach((saved) => remove(saved.content));
  addEventListener('click', (event) => {
    const key = event.target.closest?.('[data-draft-clear]')?.dataset.draftClear;
    if (key) {
      waiting.get(key)?.cancel();
      remove(key);
    }
  });
}

/** Keeps what is typed until it has been saved, and offers it when the form is opened again. */
export function keepDraft(form) {
  const { draft: key, draftVersion: version = '' } = form.dataset;
  const initial = initialValuesOf(form);
  const earlier = read(key);
  let isUnanswered = earlier !== undefined && differ(earlier.fields, valuesOf(form));
  if (isUnanswered) offer(form, earlier, () => (isUnanswered = false));

  const save = () => {
    if (isUnanswered) return; // the earlier draft may be the better one: not ours to overwrite
    const fields = valuesOf(form);
    // With an earlier draft, what the page came with may be what was refused: typed, and not saved.
    if (earlier || differ(fields, initial)) write(key, version, fields);
    else remove(key);
  };
  const soon = later(400, save);
  waiting.set(key, soon);
  addEventListener('input', (event) => event.target.form === form && soon());
  addEventListener('submit', (event) => event.target === form && soon.flush());
  addEventListener('pagehide', soon.flush);
}

function offer(form, draft, answer) {
  const box = element('div', { class: 'draft', role: 'status', tabindex: '-1' });
  const close = (text) => {
    answer();
    box.replaceChildren(element('p', {}, text));
    box.focus(); // the button that had it is gone
  };
  const restore = () => {
    close('Utkastet är hämtat. Det är inte sparat än.');
    fill(form, draft.fields).forEach(tellChanged);
  };
  const discard = () => {
    remove(form.dataset.draft);
    close('Utkastet är kastat.');
  };

  const lines = [`Det finns ett utkast från ${timeOf(draft)} som inte är sparat.`];
  if (draft.version !== (form.dataset.draftVersion ?? '')) lines.push('Uppgifterna har ändrats sedan dess; jämför innan du sparar.');
  form.prepend(box);
  // Screen readers tell what comes into a status, not what was there from the beginning.
  requestAnimationFrame(() =>
    box.append(
      ...lines.map((line) => element('p', {}, line)),
      element(
        'div',
        { class: 'row' },
        button('Hämta utkastet', { 'data-variant': 'secondary' }, restore),
        button('Kasta utkastet', { 'data-variant': 'tertiary' }, discard),
      ),
    ),
  );
}

function timeOf(draft) {
  const time = new Date(draft.time);
  const day = time.toLocaleDateString('sv-SE', { day: 'numeric', month: 'long' });
  return `${day} ${time.toLocaleTimeString('sv-SE', { hour: '2-digit', minute: '2-digit' })}`;
}
