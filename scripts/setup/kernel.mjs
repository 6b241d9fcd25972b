import { buildKernel, kernelIsBuilt, warmKernel } from "../build-kernel.mjs";
import { installKernelspec, kernelspecIsInstalled } from "../kernelspec.mjs";
import { venv } from "./project.mjs";
import { say } from "./say.mjs";

/** The TypeScript kernel, compiled, and known to the Jupyter of `.venv` by its present place. */
export const kernel = () => ({
  title: say({ en: "TypeScript kernel", ru: "ядро TypeScript" }),
  done: () => kernelIsBuilt() && kernelspecIsInstalled(venv),
  async make() {
    if (!kernelIsBuilt()) {
      buildKernel();
      await warmKernel();
    }
    installKernelspec(venv);
  },
});
