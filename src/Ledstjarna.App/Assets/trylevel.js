import { later } from './dom.js';

/**
 * Asks for the answer anew as a level is moved, and puts it in place of the one that is shown. The form works without: its button does the same.
 * What is sent is the boxes; a slider only writes in its box.
 */
export function answerAsItMoves(form) {
  const place = document.querySelector('[data-try-answer]');
  const said = form.querySelector('[data-try-said]');
  const sliders = [...form.querySelectorAll('input[type=range][data-moves]')];
  const boxOf = (slider) => form.elements.namedItem(slider.dataset.moves);
  let asking;

  const query = () => {
    const all = new URLSearchParams(new FormData(form));
    for (const name of ['dra', 'dratill', 'visat', 'visattill']) all.delete(name);
    return all;
  };

  const ask = async () => {
    asking?.abort();
    const mine = (asking = new AbortController());
    try {
      const response = await fetch(`${form.dataset.try}?${query()}`, { mode: 'same-origin', redirect: 'error', signal: mine.signal });
      if (!response.ok && response.status !== 400) throw new Error(response.statusText);
      const html = await response.text();
      if (!mine.signal.aborted) show(html);
    } catch (fault) {
      if (fault.name !== 'AbortError') said.textContent = 'Svaret kunde inte hämtas. Tryck på Räkna om.';
    }
  };

  const show = (html) => {
    const open = [...place.querySelectorAll('details[open][id]')].map((d) => d.id);
    place.innerHTML = html; // made by the server
    for (const id of open) document.getElementById(id)?.setAttribute('open', '');
    const answer = place.firstElementChild;
    const wrong = answer.dataset.fel.split(' ');
    for (const slider of sliders) {
      const at = answer.dataset[slider.dataset.moves];
      if (slider !== document.activeElement && !wrong.includes(slider.dataset.moves)) slider.value = at;
      speak(slider);
    }
    for (const box of form.querySelectorAll('input[type=text]')) {
      const isWrong = wrong.includes(box.name);
      isWrong ? box.setAttribute('aria-invalid', 'true') : box.removeAttribute('aria-invalid');
      document.getElementById(`${box.name}-fel`)?.toggleAttribute('hidden', !isWrong);
    }
    said.textContent = answer.dataset.sagt;
    keepAddress.address = answer.dataset.adress;
    if (answer.dataset.fel === '') keepAddress();
  };

  const keepAddress = later(400, () => history.replaceState(null, '', keepAddress.address));
  const soon = later(60, ask);

  const speak = (slider) => slider.setAttribute('aria-valuetext', `${write(slider)} ${slider.dataset.unit}`);
  const write = (slider) => Number(slider.value).toLocaleString('sv-SE', { maximumFractionDigits: Number(slider.dataset.decimals) });

  for (const slider of sliders) {
    slider.addEventListener('input', () => {
      boxOf(slider).value = write(slider);
      speak(slider);
      soon();
    });
  }
  form.addEventListener('input', (event) => event.target.type === 'text' && soon());
}
