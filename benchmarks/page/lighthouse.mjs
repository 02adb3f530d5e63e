// Runs Lighthouse with its mobile preset and simulated throttling. node lighthouse.mjs URL... prints JSON with the results by URL.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

export const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
export const EXE = process.env.CHROMIUM ?? '/usr/bin/chromium';
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const round = (x, d = 0) => x == null ? null : Math.round(x * 10 ** d) / 10 ** d;

/** The results for a page; a run that Lighthouse itself reports as broken (no paint seen on a busy machine) is repeated once. */
export async function lighthouse(url) {
  const found = await once(url);
  return found.broken ? once(url) : found;
}

async function once(url) {
  const { default: run } = await import('lighthouse'); const { launch } = await import('chrome-launcher');
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'lh-')); const chrome = await launch({ chromePath: EXE, userDataDir: dir, chromeFlags: ['--headless', ...FLAGS] });
  try {
    const { lhr } = await run(url, { port: chrome.port, onlyCategories: CATEGORIES, logLevel: 'error' });
    const s = Object.fromEntries(Object.entries(lhr.categories).map(([k, v]) => [k, round(v.score * 100)])), n = k => round(lhr.audits[k]?.numericValue, k.includes('shift') ? 3 : 0);
    const failed = Object.fromEntries(Object.entries(lhr.categories).filter(([k]) => k !== 'performance').map(([k, v]) => [k, v.auditRefs.filter(r => r.weight > 0 && lhr.audits[r.id].score === 0).map(r => r.id)]));
    return { ...s, broken: lhr.runtimeError?.code ?? (s.performance ? null : 'NO_SCORE'), lcpMs: n('largest-contentful-paint'), cls: n('cumulative-layout-shift'), tbtMs: n('total-blocking-time'), speedIndexMs: n('speed-index'), failed };
  } finally { chrome.kill(); fs.rmSync(dir, { recursive: true, force: true }); }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const found = {};
  for (const url of process.argv.slice(2)) found[url] = await lighthouse(url);
  console.log(JSON.stringify(found, null, 1));
}
