import assert from "node:assert/strict";
import { test } from "node:test";
import { formatMoment, momentInUrl, parseMoment, parseTime, queryWithMoment } from "../../static/js/page/media_fragments.js";

for (const [text, seconds] of [
  ["90", 90],
  ["90.5s", 90.5],
  ["1M30S", 90],
  [" 1:30 ", 90],
  ["0:01:30.5", 90.5],
  ["1:75", null],
  ["1:60:00", null],
  ["", null],
]) {
  test(`"${text}" is the time ${seconds}`, () => assert.equal(parseTime(text), seconds));
}

for (const [text, start, end] of [
  ["90", 90, null],
  ["90s", 90, null],
  ["1m30s", 90, null],
  ["1h2m3s", 3723, null],
  ["1:30", 90, null],
  ["0:01:30.5", 90.5, null],
  ["12.5,34", 12.5, 34],
  [",7", 0, 7],
  ["npt:12,34", 12, 34],
  ["t=12,34", 12, 34],
  ["#t=npt:1:00,1:30", 60, 90],
  ["1m30", 90, null],
  ["1h30", 5400, null],
  ["1h2m3", 3723, null],
  ["90.", 90, null],
  ["1m 30s", 90, null],
  ["10-20", 10, 20],
  ["1:30–1:40", 90, 100],
  ["２０", 20, null],
  ["１：３０", 90, null],
  ["٩٠", 90, null],
  ["৯০,১০০", 90, 100],
]) {
  test(`"${text}" is a moment, as the server reads it`, () => assert.deepEqual(parseMoment(text), { start, end }));
}

for (const text of ["3,", "7,3", "3,3", "1:75", "1:60:00", "soon", "", "-4", "1e3", "1,2,3", "1m300", "1..", "20-10", "5-", "-", "1-2-3", "-1,5"]) {
  test(`"${text}" is no moment`, () => assert.equal(parseMoment(text), null));
}

for (const [moment, text] of [
  [{ start: 90, end: null }, "90"],
  [{ start: 12.5, end: 18 }, "12.5,18"],
  [{ start: 0.1234, end: 0.9999 }, "0.123,1"],
]) {
  test(`a moment is written as ${text}`, () => assert.equal(formatMoment(moment), text));
}

for (const [address, text] of [
  ["?t=5", "5"],
  ["?start=1:00&end=1:10", "60,70"],
  ["?start=60", "60"],
  ["?end=7", "0,7"],
  ["?q=water#t=7,9", "7,9"],
  ["#p6000", null],
  ["?t=no#t=8", "8"],
  ["?t=5#t=8", "5"],
  ["?t=10&stop=20", "10,20"],
  ["?t=10&amp;stop=20", "10,20"],
  ["?amp;t=90", "90"],
  ["?amp;amp;t=90&t=5", "5"],
  ["?t=10&stop=5", "10"],
  ["?t=10,15&stop=20", "10,15"],
  ["?start=1m30", "90"],
  ["?time_continue=90", "90"],
  ["?stop=7", "0,7"],
  ["?t=5&t=7", "5"],
  ["#start=10&end=20", "10,20"],
  ["#%", null],
]) {
  test(`the address ${address} asks for the moment ${text}`, () => {
    const moment = momentInUrl(new URL(address, "http://showcase.invalid/"));
    assert.equal(moment && formatMoment(moment), text);
  });
}

for (const [before, moment, query, language, after] of [
  ["", null, "", undefined, ""],
  ["?lang=es&t=4", { start: 12.5, end: 18 }, "", undefined, "?t=12.5,18&lang=es"],
  ["?q=old&start=3&end=4", null, "R&D #1", undefined, "?q=R%26D+%231"],
  ["?page=2&part=search", { start: 1, end: null }, "", undefined, "?t=1&page=2"],
  ["", { start: 1, end: null }, "", "es", "?t=1&lang=es"],
  ["?lang=bn", { start: 1, end: null }, "", "es", "?t=1&lang=bn"],
  ["", null, "water", "es", "?q=water"],
  ["?t=4&stop=5&amp;t=3&time_continue=2&x=1", { start: 1, end: null }, "", undefined, "?t=1&x=1"],
]) {
  test(`"${before}" becomes "${after}", and keeps what is not ours`, () =>
    assert.equal(queryWithMoment(before, moment, query, language), after));
}

for (const [address, edition, text] of [
  ["?t=5", "2", null],
  ["#t=5", "2", null],
  ["?t=5&edition=2", "2", "5"],
  ["?t=5&edition=1", "2", null],
  ["#t=5&edition=2", "2", "5"],
  ["?edition=2#t=5", "2", "5"],
  ["?t=5", undefined, "5"],
]) {
  test(`where the edition is ${edition}, the address ${address} asks for the moment ${text}`, () => {
    const moment = momentInUrl(new URL(address, "http://showcase.invalid/"), edition);
    assert.equal(moment && formatMoment(moment), text);
  });
}

for (const [before, moment, after] of [
  ["?t=4&lang=es", { start: 1, end: null }, "?t=1&lang=es&edition=2"],
  ["?t=4&edition=1", { start: 1, end: null }, "?t=1&edition=2"],
  ["?t=4&edition=2", null, ""],
]) {
  test(`where the edition is 2, "${before}" becomes "${after}"`, () =>
    assert.equal(queryWithMoment(before, moment, "", undefined, "2"), after));
}
