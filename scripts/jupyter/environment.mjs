import { inProject, pythonEnvironment } from "../setup/project.mjs";

const own = (name) => inProject(".jupyter", name);

/**
 * Jupyter as the project ships it: it reads the settings beside this file and the kernels of
 * `.venv`, keeps what the learner changes in `.jupyter`, and leaves the home folder alone.
 */
export const jupyterEnvironment = () =>
  pythonEnvironment({
    JUPYTER_PREFER_ENV_PATH: "1",
    JUPYTER_CONFIG_PATH: inProject("scripts", "jupyter"),
    JUPYTER_CONFIG_DIR: own("config"),
    JUPYTER_DATA_DIR: own("data"),
    JUPYTER_RUNTIME_DIR: own("runtime"),
    IPYTHONDIR: own("ipython"),
  });
