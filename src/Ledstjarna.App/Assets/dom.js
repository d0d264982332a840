/** An element with attributes and children; text is only ever text. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

export const button = (text, attributes, press) => {
  const made = element('button', { type: 'button', class: 'ds-button', ...attributes }, text);
  made.addEventListener('click', press);
  return made;
};

/** Tells the page, and the other parts of the script, that a field has changed as if someone had typed. */
export const tellChanged = (field) => {
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
};

/** Runs when nothing has happened for a while; or at once with flush, or not at all after cancel. */
export function later(milliseconds, run) {
  let timer;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(soon.flush, milliseconds);
  };
  soon.cancel = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  soon.flush = () => {
    if (timer === undefined) return;
    soon.cancel();
    run();
  };
  return soon;
}
