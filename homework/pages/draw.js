// Unpacks plotly and draws the figures of the page. Runs in a browser, from a file or a server.
(async () => {
  const packed = document.getElementById("plotly").textContent;
  const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  const code = await new Response(stream).text();
  // As a module of its own: a page may have another loader, which would take it for its own.
  const module = { exports: {} };
  new Function("module", "exports", "define", code)(module, module.exports, undefined);
  const Plotly = module.exports.newPlot ? module.exports : window.Plotly;
  for (const script of document.querySelectorAll("script.figure")) {
    const { data, layout, frames, config } = JSON.parse(script.textContent);
    const place = script.parentElement;
    try {
      await Plotly.newPlot(place, data, layout, { ...config, responsive: true });
      if (frames?.length > 0) await Plotly.addFrames(place, frames);
    } catch (error) {
      place.textContent = `This figure can't be drawn: ${error.message}`;
    }
  }
})();
