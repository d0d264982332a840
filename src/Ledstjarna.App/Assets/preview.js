import { button, element, later } from './dom.js';

let count = 0;

/** A button that shows how the text will look, as the server sees it, below the text area. */
export function addPreview(area) {
  const id = `forhandsgranskning-${++count}`;
  const region = element('div', { class: 'rich preview', id, role: 'region', 'aria-label': 'Förhandsgranskning', hidden: '' });
  const show = () => fetchInto(region, area);
  const open = button(
    'Förhandsgranska',
    { 'data-variant': 'tertiary', 'data-size': 'sm', 'aria-expanded': 'false', 'aria-controls': id },
    () => {
      region.hidden = !region.hidden;
      open.setAttribute('aria-expanded', String(!region.hidden));
      if (!region.hidden) show();
    },
  );
  const again = later(600, show);
  area.addEventListener('input', () => region.hidden || again());
  (area.closest('.ds-field')?.querySelector('.counter') ?? area).after(region);
  return open;
}

async function fetchInto(region, area) {
  const asked = area.value;
  const body = new URLSearchParams({ text: asked });
  const token = area.form?.elements.namedItem('__RequestVerificationToken');
  if (token) body.set(token.name, token.value);
  region.setAttribute('aria-busy', 'true');
  try {
    const response = await fetch(area.dataset.preview, { method: 'POST', mode: 'same-origin', redirect: 'error', body });
    if (!response.ok) throw new Error(response.statusText);
    const html = await response.text();
    if (asked !== area.value) return; // a later answer is on its way
    if (html) region.innerHTML = html; // made safe by the server
    else region.replaceChildren(element('p', {}, 'Det finns ingen text att visa än.'));
  } catch {
    region.replaceChildren(element('p', { role: 'alert' }, 'Förhandsgranskningen kunde inte hämtas. Det du har skrivit är kvar.'));
  } finally {
    region.removeAttribute('aria-busy');
  }
}
