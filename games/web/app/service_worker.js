// Keeps the site on the device: answers from what was kept, so that it opens without a
// network. A new edition is a new worker with a new shelf, which takes over at the next start.

const SHELF = "rusit-EDITION";
const FILES = ["index.html", "manifest.webmanifest", "icon.svg"];

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(SHELF).then((shelf) => shelf.addAll(FILES)));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(
          names.filter((n) => n.startsWith("rusit-") && n !== SHELF).map((n) => caches.delete(n)),
        ),
      ),
  );
});

self.addEventListener("fetch", (event) => {
  if (new URL(event.request.url).origin !== location.origin) return;
  const wanted = event.request.mode === "navigate" ? "index.html" : event.request;
  event.respondWith(caches.match(wanted).then((kept) => kept ?? fetched(event.request)));
});

// A recorded voice that was heard once can be heard again without a network.
async function fetched(request) {
  const answer = await fetch(request);
  if (answer.status === 200 && new URL(request.url).pathname.endsWith(".opus")) {
    const shelf = await caches.open(SHELF);
    await shelf.put(request, answer.clone());
  }
  return answer;
}
