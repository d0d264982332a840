// Bundles the style sheet with its fonts, and the script, into wwwroot.
import { build } from 'esbuild';

await build({
  entryPoints: ['Assets/app.css', 'Assets/app.js'],
  bundle: true,
  minify: true,
  format: 'esm',
  outdir: 'wwwroot',
  target: ['es2022', 'chrome123', 'firefox120', 'safari17.5'],
  loader: { '.woff2': 'file' },
  assetNames: '[name]-[hash]',
  logLevel: 'warning',
  legalComments: 'linked',
});
