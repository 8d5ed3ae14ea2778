"use strict";

// Load the page anew when a build has ended.
const seen = Number(document.currentScript.dataset.version);
const listen = async () => {
  try {
    const { version } = await (await fetch(`/bell?seen=${seen}`)).json();
    if (version !== seen) return location.reload();
  } catch {
    await new Promise((done) => setTimeout(done, 1000));
  }
  listen();
};
listen();

// Print the PDF itself, not the pictures of it.
for (const button of document.querySelectorAll("[data-print]")) {
  button.addEventListener("click", () => {
    const frame = document.createElement("iframe");
    frame.hidden = true;
    frame.src = button.dataset.print;
    frame.addEventListener("load", () => frame.contentWindow.print());
    document.body.append(frame);
  });
}
