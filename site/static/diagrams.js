// Draws the page's Mermaid diagrams, if it has any, in the colours of its theme.
(() => {
  const here = document.currentScript.src.replace(/[^/]*$/, "");
  addEventListener("DOMContentLoaded", () => {
    if (!document.querySelector("pre.mermaid")) return;
    const script = document.createElement("script");
    script.src = `${here}mermaid.min.js`;
    script.onload = () => {
      const dark = document.documentElement.dataset.theme === "dark";
      mermaid.initialize({ startOnLoad: false, theme: dark ? "dark" : "default" });
      mermaid.run();
    };
    document.head.append(script);
  });
})();
