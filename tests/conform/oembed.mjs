/** Prints what @extractus/oembed-extractor makes of a page: `node oembed.mjs ADDRESS MAXWIDTH`. */

import { extract } from "@extractus/oembed-extractor";

const [address, maxwidth] = process.argv.slice(2);

/** Asks nobody but this machine. */
function fetcher(asked, ...more) {
  if (new URL(asked.url ?? asked).hostname !== "127.0.0.1") throw new Error(`It asks ${asked}.`);
  return fetch(asked, ...more);
}

console.log(JSON.stringify(await extract(address, { maxwidth: Number(maxwidth) }, fetcher)));
