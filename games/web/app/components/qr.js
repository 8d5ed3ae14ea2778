// A code as QR pictures, and reading them with the camera.

import { qrcode } from "../../vendor/qrcode-generator.js";
import { word } from "../core/content.js";
import { PartCollector, toParts } from "../core/memory/qr_parts.js";
import { paragraph } from "./controls.js";
import { dialog } from "./dialog.js";
import { el, rendered } from "./elements.js";

// Each picture stays for so many milliseconds: long enough for a slow camera.
const SHOWN = 2000;

// A camera is looked at this often, in milliseconds.
const LOOK = 200;

const SVG = "http://www.w3.org/2000/svg";

// Modules of white around a picture, without which it is not found.
const QUIET = 4;

/**
 * Show a code as QR pictures, one after the other, for as long as the window is open.
 *
 * @param {string} code
 */
export function showQr(code) {
  const parts = toParts(code).map(picture);
  const stage = el("div.qr", parts[0]);
  const told = el("p");
  let shown = 0;
  const tell = () =>
    told.replaceChildren(rendered(word("qr.part", { n: shown + 1, all: parts.length })));
  tell();
  const turning = setInterval(() => {
    if (!stage.isConnected) {
      clearInterval(turning);
      return;
    }
    shown = (shown + 1) % parts.length;
    stage.replaceChildren(parts[shown]);
    tell();
  }, SHOWN);
  dialog(word("qr.show"), [paragraph(word("qr.show.how")), stage, parts.length > 1 ? told : null]);
}

/**
 * Return a text as a QR picture.
 *
 * @param {string} text
 */
function picture(text) {
  const code = qrcode(0, "L");
  code.addData(text, "Byte");
  code.make();
  const count = code.getModuleCount();
  let path = "";
  for (let row = 0; row < count; row += 1) {
    for (let column = 0; column < count; column += 1) {
      if (code.isDark(row, column)) path += `M${column + QUIET} ${row + QUIET}h1v1h-1z`;
    }
  }
  const svg = document.createElementNS(SVG, "svg");
  const side = count + 2 * QUIET;
  svg.setAttribute("viewBox", `0 0 ${side} ${side}`);
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", word("qr.show").replaceAll("\u200b", ""));
  const dark = document.createElementNS(SVG, "path");
  dark.setAttribute("d", path);
  svg.append(dark);
  return svg;
}

/** Return true if this browser can read QR pictures. */
export function canScan() {
  return "BarcodeDetector" in window && Boolean(navigator.mediaDevices);
}

/**
 * Read QR pictures with the camera until a whole code is there.
 *
 * @param {(code: string) => unknown} found
 * @param {() => unknown} refused the camera may not be used
 */
export async function scanQr(found, refused) {
  /** @type {MediaStream} */
  let stream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
  } catch {
    refused();
    return;
  }
  const video = el("video", { autoplay: true, playsinline: true, muted: true });
  video.srcObject = stream;
  const told = el("p", { role: "status" }, rendered(word("qr.scan.how")));
  dialog(word("qr.scan"), [video, told]);
  const collector = new PartCollector();
  const detector = new BarcodeDetector({ formats: ["qr_code"] });
  const stop = () => {
    clearInterval(looking);
    for (const track of stream.getTracks()) track.stop();
  };
  const looking = setInterval(async () => {
    if (!video.isConnected) {
      stop();
      return;
    }
    if (video.readyState < video.HAVE_CURRENT_DATA) return;
    for (const { rawValue } of await detector.detect(video)) {
      const code = collector.take(rawValue);
      const { seen, all } = collector.progress;
      if (all) told.replaceChildren(rendered(word("qr.scanned", { n: seen, all })));
      if (!code) continue;
      stop();
      video.closest("dialog")?.close();
      found(code);
      return;
    }
  }, LOOK);
}
