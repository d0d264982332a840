// A page shown on a projector: the arrow keys follow its links to the next and the previous picture.
const links = { ArrowRight: 'next', ArrowLeft: 'prev' };

export function turnPictures(shown) {
  document.addEventListener('keydown', (event) => {
    const plain = !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (plain && !event.target.closest('input, textarea, select')) {
      shown.querySelector(`a[rel="${links[event.key]}"]`)?.click();
    }
  });
}
