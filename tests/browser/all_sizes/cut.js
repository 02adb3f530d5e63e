// Words that are cut off: wider or higher than the box that hides what flows over. Where an ellipsis says so, it is meant.
() => [...document.querySelectorAll("body *")].filter((element) => {
    const { overflowX, overflowY, textOverflow, webkitLineClamp } = getComputedStyle(element);
    const hides = (overflow) => overflow === "hidden" || overflow === "clip";
    // The rays behind the quote are drawn beyond its band.
    if (element.closest(".visually-hidden, svg, .screen") || element.matches(".quote") || textOverflow === "ellipsis" || webkitLineClamp !== "none") return false;
    return (hides(overflowX) && element.scrollWidth > element.clientWidth + 1 && element.textContent.trim()) ||
      (hides(overflowY) && element.scrollHeight > element.clientHeight + 1 && element.textContent.trim());
  }).map((element) => element.outerHTML.slice(0, 120))
