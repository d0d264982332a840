// What a person has filled in in a form: never hidden fields, passwords or files.
const fillable = 'textarea, select, input:not([type=hidden], [type=password], [type=file], [type=submit], [type=button], [type=reset], [type=image])';
const isTicked = (field) => field.type === 'checkbox' || field.type === 'radio';

const fieldsOf = (form) => [...form.elements].filter((f) => f.name && f.matches(fillable) && !f.matches(':disabled'));

/** Each field under its name; where several share it, the choice or the order tells them apart. */
function byKey(form) {
  const fields = new Map();
  for (const field of fieldsOf(form)) {
    const name = isTicked(field) ? `${field.name}=${field.value}` : field.name;
    let key = name;
    for (let n = 2; fields.has(key); n++) key = `${name}#${n}`;
    fields.set(key, field);
  }
  return fields;
}

function valueOf(field) {
  if (isTicked(field)) return field.checked;
  return field.type === 'select-multiple' ? JSON.stringify([...field.selectedOptions].map((o) => o.value)) : field.value;
}

function setValue(field, value) {
  if (isTicked(field)) field.checked = value;
  else if (field.type === 'select-multiple') for (const option of field.options) option.selected = JSON.parse(value).includes(option.value);
  else field.value = value;
}

export const valuesOf = (form) => Object.fromEntries([...byKey(form)].map(([key, field]) => [key, valueOf(field)]));

/** The values the page came with, whatever has been typed or the browser has filled in since. */
export function initialValuesOf(form) {
  const copy = document.createElement('form');
  copy.append(...fieldsOf(form).map((f) => f.cloneNode(true)));
  copy.reset();
  return valuesOf(copy);
}

/** Whether some field that both have differs. */
export const differ = (some, others) => Object.keys(some).some((key) => key in others && some[key] !== others[key]);

/** Fills in the values that have a field. Returns the fields that changed. */
export function fill(form, values) {
  const changed = [...byKey(form)].filter(([key, field]) => key in values && valueOf(field) !== values[key]);
  for (const [key, field] of changed) setValue(field, values[key]);
  return changed.map(([, field]) => field);
}
