import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { inProject } from "../setup/project.mjs";

const folder = inProject("bench", "report");

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** Lines of the table that are speeds: `matmul 256 | who | 19.0 GFLOP/s`. */
function speeds(rows) {
  const series = new Map();
  let n;
  for (const [what, who, value = ""] of rows) {
    if (what) n = Number(/^matmul (\d+)$/.exec(what)?.[1]);
    const speed = /^([\d.]+) GFLOP\/s$/.exec(value);
    if (!n || !speed) continue;
    const { x, y } = series.get(who) ?? series.set(who, { x: [], y: [] }).get(who);
    x.push(n);
    y.push(Number(speed[1]));
  }
  return [...series].map(([name, { x, y }]) => ({ name, x, y }));
}

// Okabe and Ito's colours, then the same with another dash.
const colours = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9"];
const symbols = ["circle", "square", "diamond", "cross", "x", "triangle-up", "star"];

const look = (trace, k) => ({
  ...trace,
  type: "scatter",
  mode: "lines+markers",
  line: { color: colours[k % colours.length], dash: k < colours.length ? "solid" : "dot" },
  marker: { symbol: symbols[k % symbols.length], size: 9 },
  hovertemplate: "%{y:.3g} GFLOP/s at n = %{x}",
});

const axis = (title, more) => ({
  title: { text: title },
  type: "log",
  gridcolor: "#8884",
  ...more,
});

const layout = {
  width: 900,
  height: 520,
  ...{ paper_bgcolor: "rgba(0,0,0,0)", plot_bgcolor: "rgba(0,0,0,0)", font: { color: "#888" } },
  title: { text: "Product of two n×n matrices, one thread" },
  xaxis: axis("n", { tickvals: [64, 256, 512, 1024] }),
  yaxis: axis("GFLOP/s, more is faster", { tickvals: [0.2, 0.5, 1, 2, 5, 10, 20, 50, 100] }),
};

/** Writes the table, and a page with it and the figure of the products, to bench/report/. */
export function writeReport(rows, table) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "table.txt"), `${table}\n`);
  const plotly = inProject("node_modules", "plotly.js", "plotly.min.js");
  copyFileSync(plotly, path.join(folder, "plotly.min.js"));
  const traces = speeds(rows).map(look);
  const figure =
    traces.length === 0
      ? ""
      : `<div id="figure"></div>
<script src="plotly.min.js"></script>
<script>Plotly.newPlot("figure", ${JSON.stringify(traces)}, ${JSON.stringify(layout)});</script>`;
  const page = path.join(folder, "index.html");
  writeFileSync(
    page,
    `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="color-scheme" content="light dark">
<title>Spellgrad: speed</title>
<body style="font-family: system-ui; max-width: 60rem; margin: 2rem auto">
<h1>How fast it is</h1>
${figure}
<pre>${escaped(table)}</pre>
</body>
</html>
`,
  );
  return page;
}
