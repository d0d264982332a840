import { differ, initialValuesOf, valuesOf } from './fields.js';

/** Of a large grid only the rows that someone has changed are sent: the others say nothing, and cost. */
export function sendTouchedRows(form) {
  let left = [];
  // On the window: last, when every other listener has had its chance to stop it.
  addEventListener('submit', (event) => {
    if (event.target !== form || event.defaultPrevented) return;
    const before = initialValuesOf(form);
    const now = valuesOf(form);
    left = [...form.querySelectorAll('tbody > tr')]
      .map((row) => [...row.querySelectorAll('[name]')])
      .filter((fields) => !fields.some(({ name }) => differ({ [name]: before[name] }, now)))
      .flat();
    for (const field of left) field.disabled = true;
  });
  form.addEventListener('formdata', () => {
    for (const field of left) field.disabled = false; // what is sent is gathered; the page is as it was
    left = [];
  });
}
