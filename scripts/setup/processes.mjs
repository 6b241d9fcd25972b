/** Whether a process of that id is there: perhaps another one, since ids are used again. */
export function lives(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}
