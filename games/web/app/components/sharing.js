// Pictures to hand on: a deed for LINE, a certificate without a name. They are drawn here and go
// where the person sends them.

import { longDate, today } from "../core/calendar.js";
import { word } from "../core/content.js";
import { plain } from "../core/text.js";
import { wrapLines } from "../core/wrapping.js";
import { paragraph } from "./controls.js";
import { dialog } from "./dialog.js";
import { el } from "./elements.js";

/** @import { LessonStep, Module } from "../core/types.js" */
/** @typedef {{ dark: string, tint: string }} Colours */
/** @typedef {{ words: string, font: string, size: number, colour: string }} Line */

const SIDE = 1080;
const MARGIN = 90;
const LEADING = 1.5;
const INK = "#1F1B16";

/**
 * Share what to do this week as a picture.
 *
 * @param {Module} module
 * @param {LessonStep} step
 */
export function shareDeed(module, step) {
  const { dark, tint } = coloursOf(module);
  return sharePicture("deed", tint, module.icon, [
    { words: word("close.deed"), font: "Heading", size: 64, colour: dark },
    { words: module.short, font: "Heading", size: 44, colour: INK },
    { words: wordsOf(step.say), font: "Reading", size: 40, colour: INK },
  ]);
}

/**
 * Share that every question of a module has grown; without a name.
 *
 * @param {Module} module
 */
export function shareCertificate(module) {
  const { dark, tint } = coloursOf(module);
  return sharePicture("certificate", tint, "deciduous-tree", [
    { words: word("certificate.title"), font: "Heading", size: 64, colour: dark },
    { words: module.title, font: "Heading", size: 52, colour: INK },
    { words: word("certificate.words"), font: "Reading", size: 44, colour: INK },
    { words: longDate(today()), font: "Reading", size: 40, colour: INK },
  ]);
}

/** @param {LessonStep["say"]} text */
function wordsOf(text) {
  return typeof text === "string" ? text : text.html.replace(/<[^>]+>/g, " ");
}

/**
 * @param {Module} module
 * @returns {Colours}
 */
function coloursOf(module) {
  const probe = el("span", { "data-colour": module.colour });
  document.body.append(probe);
  const style = getComputedStyle(probe);
  const colours = {
    dark: style.getPropertyValue("--dark").trim(),
    tint: style.getPropertyValue("--tint").trim(),
  };
  probe.remove();
  return colours;
}

/**
 * Draw the picture and hand it to the device: its own way of sharing, or a file.
 *
 * @param {string} name
 * @param {string} ground
 * @param {string} picture name of an icon
 * @param {Line[]} lines
 */
async function sharePicture(name, ground, picture, lines) {
  const canvas = el("canvas", { width: SIDE, height: SIDE });
  await draw(canvas, ground, picture, lines);
  /** @type {Blob | null} */
  const blob = await new Promise((resolve) => {
    canvas.toBlob(resolve, "image/png");
  });
  if (!blob) return;
  const file = new File([blob], `rusit-${name}.png`, { type: "image/png" });
  if (navigator.canShare?.({ files: [file] })) {
    // Who closes the list of ways to share has changed their mind: nothing to say.
    await navigator.share({ files: [file] }).catch(() => {});
    return;
  }
  const href = URL.createObjectURL(file);
  el("a", { download: file.name, href }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
  dialog(word("share.saved"), [paragraph(word("share.how"))]);
}

/**
 * @param {HTMLCanvasElement} canvas
 * @param {string} ground
 * @param {string} picture
 * @param {Line[]} lines
 */
async function draw(canvas, ground, picture, lines) {
  const paint = canvas.getContext("2d");
  if (!paint) return;
  paint.fillStyle = ground;
  paint.fillRect(0, 0, SIDE, SIDE);
  paint.drawImage(await drawnIcon(picture), MARGIN, MARGIN, 150, 150);
  let top = MARGIN + 190;
  for (const { words, font, size, colour } of lines) {
    paint.font = `600 ${size}px "${font}"`;
    paint.fillStyle = colour;
    const width = SIDE - 2 * MARGIN;
    for (const line of wrapLines(words, (part) => paint.measureText(plain(part)).width, width)) {
      top += size * LEADING;
      paint.fillText(line, MARGIN, top);
    }
    top += size * 0.5;
  }
  paint.font = '600 36px "Heading"';
  paint.fillStyle = INK;
  paint.fillText(plain(word("title")), MARGIN, SIDE - MARGIN * 0.6);
}

/**
 * Return an icon of the page as a picture.
 *
 * @param {string} name
 * @returns {Promise<HTMLImageElement>}
 */
function drawnIcon(name) {
  const symbol = document.getElementById(`i-${name}`);
  const box = symbol?.getAttribute("viewBox") ?? "0 0 32 32";
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}" width="300" height="300">${symbol?.innerHTML ?? ""}</svg>`;
  const image = new Image();
  return new Promise((resolve, reject) => {
    image.onload = () => resolve(image);
    image.onerror = reject;
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  });
}
