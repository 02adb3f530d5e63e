// Targets that are smaller than 24 by 24 px and stand too near to another (WCAG 2.2, 2.5.8): a circle of 24 px
// around the middle of such a one touches another target, or the circle of another one. Links within a sentence
// are left out, as the rule does.
() => {
  const isInline = (element) => {
    const text = (node) => node.textContent.trim().length;
    return getComputedStyle(element).display === "inline" && text(element.parentElement) > text(element);
  };
  const isSeen = (element) => element.checkVisibility({ visibilityProperty: true }) &&
    !element.closest(".visually-hidden, .skip");
  const targets = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [role=slider]")]
    .filter(isSeen).map((element) => ({ element, box: element.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 1 && box.height > 1);
  const isSmall = ({ box }) => box.width < 24 || box.height < 24;
  const middle = ({ box }) => [box.left + box.width / 2, box.top + box.height / 2];
  const away = ([x, y], { box }) =>
    Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
  const apart = (one, other) => Math.hypot(middle(one)[0] - middle(other)[0], middle(one)[1] - middle(other)[1]);
  const isNear = (one, other) => one !== other && !one.element.contains(other.element) &&
    !other.element.contains(one.element) &&
    (isSmall(other) ? apart(one, other) < 24 : away(middle(one), other) < 12);
  return targets.filter((one) => isSmall(one) && !isInline(one.element) && targets.some((other) => isNear(one, other)))
    .map(({ element, box }) => `${Math.round(box.width)} x ${Math.round(box.height)}: ${element.outerHTML.slice(0, 120)}`);
}
