// A page that can be written in an afternoon: click a line to play it, type to see only the lines that match.
const video = document.querySelector('video');
const search = document.querySelector('#search');
const lines = [...document.querySelectorAll('.words button')].map(button => ({
  button, item: button.parentElement, start: +button.dataset.start, text: button.textContent,
}));
let current = null;

document.querySelector('.words').addEventListener('click', event => {
  const button = event.target.closest('button');
  if (!button) return;
  video.currentTime = +button.dataset.start;
  video.play();
});

video.addEventListener('timeupdate', () => {
  const line = lines.findLast(one => one.start <= video.currentTime);
  if (line === current) return;
  current?.button.removeAttribute('aria-current');
  line?.button.setAttribute('aria-current', 'true');
  line?.button.scrollIntoView({ block: 'nearest' });
  current = line;
});

search.addEventListener('input', () => {
  const wanted = search.value.trim().toLowerCase();
  for (const line of lines) {
    const at = wanted ? line.text.toLowerCase().indexOf(wanted) : 0;
    line.item.hidden = at < 0;
    line.button.textContent = line.text;
    if (wanted && at >= 0) mark(line.button, at, wanted.length);
  }
});

function mark(button, at, length) {
  const text = button.firstChild.splitText(at);
  text.splitText(length);
  const hit = document.createElement('mark');
  text.replaceWith(hit);
  hit.append(text);
}
