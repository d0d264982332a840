import { differ, initialValuesOf, valuesOf } from './fields.js';

/** Leaving with something unsaved asks first, in the browser's own words. Sending the form is not leaving. */
export function warnBeforeLeaving(form) {
  const initial = initialValuesOf(form);
  let isSent = false;
  // On the window: last, when every other listener has had its chance to stop it.
  addEventListener('submit', (event) => {
    if (event.target === form) isSent = !event.defaultPrevented;
  });
  addEventListener('input', () => (isSent = false)); // the page is still here, so the answer was no new page
  addEventListener('pageshow', () => (isSent = false));
  addEventListener('beforeunload', (event) => {
    if (!isSent && differ(initial, valuesOf(form))) event.preventDefault();
  });
}
