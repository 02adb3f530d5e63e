import assert from "node:assert/strict";
import { test } from "node:test";

/** The module as a page of a language has it. */
async function load(language, catalog) {
  document.documentElement.lang = language;
  globalThis.showcaseCatalog = catalog;
  const module = await import(`../../static/js/page/i18n.js?language=${language}`);
  document.documentElement.lang = "en";
  delete globalThis.showcaseCatalog;
  return module;
}

const english = await load("en", undefined);
const spanish = await load("es", {
  Play: "Reproducir",
  "{time} of {length}": "{time} de {length}",
  "{n} found": { one: "{n} resultado", other: "{n} resultados" },
});
const bengali = await load("bn", { "0123456789": "০১২৩৪৫৬৭৮৯" });
const haitian = await load("ht", { "{n} found": { other: "{n} rezilta" } });

test("English is in the code", () => {
  assert.equal(english.t("Play"), "Play");
  assert.equal(english.tn("{n} hour", "{n} hours", 1), "1 hour");
  assert.equal(english.tn("{n} hour", "{n} hours", 2), "2 hours");
});

test("a catalog translates what it has; the rest stays English", () => {
  assert.equal(spanish.t("Play"), "Reproducir");
  assert.equal(spanish.t("Pause"), "Pause");
});

test("what is filled in is text, whatever is in it", () => {
  assert.equal(spanish.t("{time} of {length}", { time: "$1 {length}", length: 3 }), "$1 {length} de 3");
});

test("a number has the form of its language", () => {
  assert.equal(spanish.tn("{n} found", "{n} found", 1), "1 resultado");
  assert.equal(spanish.tn("{n} found", "{n} found", 0), "0 resultados");
  assert.equal(haitian.tn("{n} found", "{n} found", 1), "1 rezilta");
});

test("numbers are written as the language writes them", () => {
  assert.equal(english.formatNumber(1234.5), "1,234.5");
  assert.equal(spanish.formatNumber(12345), "12,345");
  assert.equal(bengali.formatNumber(999), "৯৯৯");
  assert.equal(bengali.formatNumber(123456), "১,২৩,৪৫৬");
  assert.equal(bengali.localizeDigits("1:52"), "১:৫২");
});
