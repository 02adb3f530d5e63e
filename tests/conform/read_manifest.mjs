// Prints what @iiif/parser has to say of a manifest, and whether it left it as it is.
import { readFileSync } from "node:fs";
import { presentation3StrictUpgrade } from "@iiif/parser/strict";

const manifest = JSON.parse(readFileSync(process.argv[2], "utf8"));
const state = { warnings: [] };
const read = presentation3StrictUpgrade(structuredClone(manifest), state);
console.log(JSON.stringify({ warnings: state.warnings, changed: JSON.stringify(read) !== JSON.stringify(manifest) }));
