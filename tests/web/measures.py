"""What must be true of any screen, measured in the page."""

from __future__ import annotations

SMALL = """(least) => [...document.querySelectorAll('button, a, input, summary, label.button')]
  .filter((e) => e.offsetParent !== null && !e.closest('label input') && e.id !== 'file')
  .map((e) => [e.outerHTML.slice(0, 90), e.getBoundingClientRect()])
  .filter(([, box]) => box.width < least || box.height < least)
  .map(([html, box]) => `${html} ${box.width}×${box.height}`)"""
"""Targets that are narrower or lower than so many pixels."""

WIDE = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
"""Pixels by which the page is wider than the screen."""

CUT = """() => [...document.querySelectorAll('main *')]
  .filter((e) => !e.closest('.unseen, textarea, svg, #file, details:not([open])'))
  .filter((e) => e.scrollWidth > e.clientWidth + 1)
  .filter((e) => getComputedStyle(e).display !== 'inline')
  .map((e) => e.outerHTML.slice(0, 120))"""
"""Elements whose content is wider than they are."""

SPILT = """() => {
  const root = document.documentElement;
  const own = root.dataset.size;
  const found = ['100', '200'].flatMap((size) => {
    root.dataset.size = size;
    return [...document.querySelectorAll('main :is(button, .button)')].filter((button) => {
      const box = button.getBoundingClientRect();
      return [...button.querySelectorAll(':not(.unseen)')]
        .map((part) => part.getBoundingClientRect())
        .some((part) => part.bottom > box.bottom + 1 || part.top < box.top - 1);
    }).map((button) => `${size} %: ${button.outerHTML.slice(0, 120)}`);
  });
  root.dataset.size = own;
  return found;
}"""
"""Buttons whose words or signs stand out of them, in usual or in the largest type."""

READ = """() => new Promise((resolve) => {
  const opening = indexedDB.open('rusit-practice');
  opening.onsuccess = () => {
    const all = opening.result.transaction('memory').objectStore('memory').getAll();
    all.onsuccess = () => { opening.result.close(); resolve(all.result); };
  };
})"""
"""Memories on the disk, once all that was being written is there."""
