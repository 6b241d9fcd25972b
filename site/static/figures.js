// Live figures. A figure's data is a script of its own, which a page from a disk may load, too; it
// is fetched when the figure comes near the window, so that a long lesson opens at once.
(() => {
  const here = document.currentScript.src.replace(/[^/]*$/, "");
  const waiting = new Map();

  const load = (file) =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = here + file;
      script.onload = resolve;
      script.onerror = () => reject(new Error(`${file} is missing`));
      document.head.append(script);
    });

  let plotly;
  const withPlotly = () => {
    plotly ??= load("plotly.min.js");
    return plotly;
  };

  /** Called by the script of a figure. */
  window.spellgradFigure = (name, figure) => waiting.get(name)?.(figure);

  const dataOf = (name) =>
    new Promise((resolve, reject) => {
      waiting.set(name, resolve);
      load(`figures/${name}.js`).catch(reject);
    });

  async function draw(element) {
    const [{ data, layout, frames, config }] = await Promise.all([
      dataOf(element.dataset.figure),
      withPlotly(),
    ]);
    await Plotly.newPlot(element, data, layout, config);
    if (frames?.length) await Plotly.addFrames(element, frames);
    element.dataset.drawn = "yes";
  }

  const near = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries)
        if (isIntersecting) {
          near.unobserve(target);
          draw(target).catch((error) => console.error(error));
        }
    },
    { rootMargin: "800px" },
  );

  addEventListener("DOMContentLoaded", () => {
    for (const element of document.querySelectorAll("[data-figure]")) near.observe(element);
  });
})();
