// Bundles the style sheet and its fonts into wwwroot. The pages carry no script.
import { build } from 'esbuild';

await build({
  entryPoints: { app: 'Assets/app.css' },
  bundle: true,
  minify: true,
  outdir: 'wwwroot',
  target: ['es2022', 'chrome123', 'firefox120', 'safari17.5'],
  loader: { '.woff2': 'file' },
  assetNames: '[name]-[hash]',
  logLevel: 'warning',
  legalComments: 'linked',
});
