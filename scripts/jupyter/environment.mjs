import path from "node:path";
import { inProject, pythonEnvironment } from "../setup/project.mjs";

const own = (name) => inProject(".jupyter", name);
const shipped = (...parts) => inProject("scripts", "jupyter", ...parts);

/**
 * Jupyter as the project ships it: it reads the settings beside this file and the kernels of
 * `.venv`, keeps what the learner changes in `.jupyter`, and leaves the home folder alone.
 *
 * @param {{ teacher?: boolean }} who a teacher sees nbgrader's panels
 */
export const jupyterEnvironment = ({ teacher = false } = {}) =>
  pythonEnvironment({
    JUPYTER_PREFER_ENV_PATH: "1",
    JUPYTER_CONFIG_PATH: [...(teacher ? [] : [shipped("learner")]), shipped()].join(path.delimiter),
    JUPYTER_CONFIG_DIR: own("config"),
    JUPYTER_DATA_DIR: own("data"),
    JUPYTER_RUNTIME_DIR: own("runtime"),
    IPYTHONDIR: own("ipython"),
  });
